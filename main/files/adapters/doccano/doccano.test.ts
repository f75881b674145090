import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { doccanoAdapter } from './doccano.ts';

function readAll(...rows: readonly JsonObject[]) {
  const reading = doccanoAdapter.open();
  const parts = [...rows.map((row) => reading.push(row)), reading.end()];
  return { rows: parts.flatMap((part) => part.rows), skipped: parts.flatMap((part) => part.skipped) };
}

describe('doccano', () => {
  it('reads classes as labels', () => {
    const { rows } = readAll(
      { id: 1, text: 'Awful.', label: ['bad', 'short'], Comments: ['Unsure'], username: 'ana' },
      { id: 2, text: 'Fine.', label: ['good'] },
    );
    expect(rows).toEqual([
      {
        output: 'Awful.',
        external_id: '1',
        labels: [{ question: 'label', value: ['bad', 'short'], annotator: 'ana' }],
        signals: [{ kind: 'explicit', name: 'comment', value: 'Unsure', origin: 'human:ana' }],
      },
      {
        output: 'Fine.',
        external_id: '2',
        labels: [{ question: 'label', value: ['good'], annotator: null }],
      },
    ]);
  });

  it('reads texts that people wrote as edits', () => {
    const { rows } = readAll(
      { text: 'Me go home.', label: ['I am going home.'] },
      { text: 'He sleep.', label: ['He sleeps.', 'He is asleep.'] },
    );
    expect(rows).toEqual([
      { output: 'Me go home.', edits: [{ text: 'I am going home.', annotator: null }] },
      {
        output: 'He sleep.',
        edits: [
          { text: 'He sleeps.', annotator: null },
          { text: 'He is asleep.', annotator: null },
        ],
      },
    ]);
  });

  it('reads spans of both forms', () => {
    const entity = { id: 5, label: 'CITY', start_offset: 7, end_offset: 11 };
    const { rows } = readAll(
      { text: 'Ana in Rome', label: [[0, 3, 'PERSON']] },
      { text: 'Ana in Rome', entities: [entity], relations: [] },
    );
    expect(rows).toMatchObject([
      {
        labels: [{ question: 'spans', value: ['PERSON[0:3]'] }],
        spans: [{ start: 0, end: 3, text: 'Ana', category: 'PERSON' }],
        source_spans: [[0, 3, 'PERSON']],
      },
      {
        labels: [{ question: 'spans', value: ['CITY[7:11]'] }],
        spans: [{ start: 7, end: 11, text: 'Rome', category: 'CITY' }],
        source_spans: [entity],
      },
    ]);
  });

  it('decides after the first 200 rows and holds no more of them back', () => {
    const reading = doccanoAdapter.open();
    const pushed = Array.from({ length: 201 }, (_, at) => reading.push({ text: `${at}`, label: ['a'] }));
    expect(pushed.map(({ rows }) => rows.length).filter((count) => count > 0)).toEqual([200, 1]);
    expect(reading.end().rows).toEqual([]);
  });

  it.each<[JsonObject, boolean]>([
    [{ text: 'a', label: ['b'] }, true],
    [{ id: 1, text: 'a', label: [[0, 1, 'b']], Comments: [], source: 'x' }, true],
    [{ id: 1, text: 'a', label: [], source: 'x' }, false],
    [{ text: 'a', label: 'b' }, false],
    [{ text: 'a', label: [0, 1] }, false],
    [{ text: 'a', label: ['b'], answer: 'c' }, false],
    [{ id: 1, input: 'a', output: 'b' }, false],
  ])('recognises only its own forms: %j', (row, expected) => {
    expect(doccanoAdapter.recognises(row)).toBe(expected);
  });
});
