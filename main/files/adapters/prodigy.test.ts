import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { prodigyAdapter } from './prodigy.ts';

const base = { _input_hash: -12, _task_hash: 34, _session_id: 'team-ana', answer: 'accept' };

function expand(row: JsonObject) {
  return prodigyAdapter.open().push(row);
}

describe('prodigy', () => {
  it('makes a decision the label of its question', () => {
    const row = {
      ...base,
      text: 'A bug report',
      label: 'BUG',
      priority: 0.4,
      meta: { score: 0.6, url: 'u' },
    };
    expect(prodigyAdapter.recognises(row)).toBe(true);
    expect(expand(row)).toEqual({
      skipped: [],
      rows: [
        {
          output: 'A bug report',
          messages: [],
          external_id: '34',
          keys: ['-12'],
          labels: [{ question: 'BUG', value: 'accept', annotator: 'team-ana' }],
          signals: [{ kind: 'explicit', name: 'score', value: 0.6, origin: 'model' }],
          label: 'BUG',
          priority: 0.4,
          meta: { score: 0.6, url: 'u' },
        },
      ],
    });
  });

  it('prefers a model’s response to the text, and reads what the annotator wrote', () => {
    const row = {
      ...base,
      _annotator_id: 'ana',
      prompt: 'Hi',
      response: 'Hello',
      text: 'x',
      user_input: 'Hello!',
    };
    expect(expand(row).rows).toMatchObject([
      {
        output: 'Hello',
        messages: [{ role: 'user', content: 'Hi' }],
        edits: [{ text: 'Hello!', annotator: 'ana' }],
        text: 'x',
      },
    ]);
  });

  it('reads chosen options and marked spans, unless the row was ignored', () => {
    const row = {
      ...base,
      text: 'Ana in Rome',
      options: [{ id: 'good', text: 'Good' }],
      accept: ['good', 2],
      spans: [{ start: 0, end: 3, label: 'PERSON' }],
    };
    const [accepted] = expand(row).rows;
    expect(accepted?.labels).toEqual([
      { question: 'answer', value: 'accept', annotator: 'team-ana' },
      { question: 'accept', value: ['good', '2'], annotator: 'team-ana' },
      { question: 'spans', value: ['PERSON[0:3]'], annotator: 'team-ana' },
    ]);
    const spans = [{ start: 0, end: 3, text: 'Ana', category: 'PERSON', annotator: 'team-ana' }];
    expect(accepted).toMatchObject({ options: row.options, spans, source_spans: row.spans });
    const [ignored] = expand({ ...row, answer: 'ignore' }).rows;
    expect(ignored?.labels).toEqual([{ question: 'answer', value: 'ignore', annotator: 'team-ana' }]);
    expect(ignored).not.toHaveProperty('spans');
  });

  it('skips images', () => {
    expect(expand({ ...base, image: 'data:,' })).toEqual({
      rows: [],
      skipped: ['an example without a text'],
    });
  });

  it('does not recognise plain rows', () => {
    expect(prodigyAdapter.recognises({ text: 'a', label: 'b', answer: 'accept' })).toBe(false);
  });
});
