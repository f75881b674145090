import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { labelStudioMinAdapter } from './label-studio-min.ts';

function expand(row: JsonObject) {
  return labelStudioMinAdapter.open().push(row);
}

const ending = {
  annotator: 'ana@example.org',
  annotation_id: 5,
  created_at: '2026-01-01T10:00:00Z',
  updated_at: '2026-01-01T10:01:00Z',
  lead_time: 1.5,
};

describe('label-studio-min', () => {
  it('reads the answers that JSON-MIN writes between its own columns', () => {
    const spans = [{ start: 0, end: 5, text: 'Hello', labels: ['GREETING'] }];
    const row = {
      prompt: 'Greet',
      response: 'Hello there',
      channel: 'mail',
      id: 9,
      corrected: 'Hello!',
      tone: 'rude',
      topics: { choices: ['a', 'b'] },
      stars: [{ rating: 4 }],
      mark: spans,
      comment: 'Fine now',
      ...ending,
    };
    expect(labelStudioMinAdapter.recognises(row)).toBe(true);
    const annotator = 'ana@example.org';
    expect(expand(row)).toEqual({
      skipped: [],
      rows: [
        {
          output: 'Hello there',
          messages: [{ role: 'user', content: 'Greet' }],
          external_id: '9',
          edits: [{ text: 'Hello!', annotator, at: '2026-01-01T10:01:00Z' }],
          labels: [
            { question: 'topics', value: ['a', 'b'], annotator },
            { question: 'stars', value: 4, annotator },
            { question: 'mark', value: 'GREETING[0:5]', annotator },
            { question: 'tone', value: 'rude', annotator },
          ],
          spans: [{ start: 0, end: 5, text: 'Hello', category: 'GREETING', annotator }],
          signals: [
            { kind: 'implicit', name: 'dwell_ms', value: 1500, unit: 'ms' },
            { kind: 'explicit', name: 'comment', value: 'Fine now', origin: `human:${annotator}` },
          ],
          channel: 'mail',
          topics: { choices: ['a', 'b'] },
          stars: [{ rating: 4 }],
          mark: spans,
          annotation_id: 5,
          annotation_created_at: '2026-01-01T10:00:00Z',
          updated_at: '2026-01-01T10:01:00Z',
        },
      ],
    });
  });

  it('takes of a CSV only answers that cannot be data', () => {
    const row = {
      ...ending,
      id: '9',
      lead_time: '1.5',
      provider: 'x',
      response: 'Hello there',
      topics: '{"choices": ["a", "b"]}',
    };
    const [read] = expand(row).rows;
    expect(read).toMatchObject({ output: 'Hello there', provider: 'x', signals: [{ value: 1500 }] });
    expect(read?.labels).toEqual([{ question: 'topics', value: ['a', 'b'], annotator: 'ana@example.org' }]);
  });

  it('finds the output also where the data has an id of its own', () => {
    expect(expand({ id: 9, text: 'A text of words', tone: 'rude', ...ending }).rows).toMatchObject([
      { output: 'A text of words', tone: 'rude' },
    ]);
    expect(expand({ a: 1, id: 9, text: 'A text of words', tone: 'rude', ...ending }).rows).toMatchObject([
      { output: 'A text of words', labels: [{ question: 'tone', value: 'rude' }] },
    ]);
  });

  it('says of a row without a text that it has none', () => {
    expect(expand({ image: '/a.png', id: 1, tone: 'rude', ...ending }).skipped).toEqual([
      'a task without a text to judge',
    ]);
  });

  it('does not recognise plain rows', () => {
    expect(labelStudioMinAdapter.recognises({ id: 1, input: 'a', output: 'b', annotator: 'ana' })).toBe(
      false,
    );
  });
});
