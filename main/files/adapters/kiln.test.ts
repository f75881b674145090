import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { kilnAdapter } from './kiln.ts';

const run: JsonObject = {
  v: 1,
  id: '123',
  created_at: '2026-03-01T10:00:00',
  created_by: 'ben',
  model_type: 'task_run',
  input: 'Sum up: ...',
  input_source: { type: 'human', properties: { created_by: 'ben' } },
  output: {
    v: 1,
    output: 'A summry.',
    source: { type: 'synthetic', properties: { model_name: 'm1', model_provider: 'p', prompt_id: 'simple' } },
    rating: {
      type: 'five_star',
      value: 4,
      created_by: 'ana',
      created_at: '2026-03-01T11:00:00',
      requirement_ratings: { '77': { type: 'pass_fail', value: 1 }, 'named::Tone': 3 },
    },
  },
  repair_instructions: 'Fix the typo',
  repaired_output: {
    output: 'A summary.',
    created_by: 'ana',
    created_at: '2026-03-01T12:00:00',
    source: { type: 'human', properties: { created_by: 'Ana' } },
  },
  tags: ['golden'],
  usage: { input_tokens: 10, output_tokens: 5, total_tokens: 15, cost: 0.01, cached_tokens: 2 },
};

function expand(row: JsonObject) {
  return kilnAdapter.open().push(row);
}

describe('kiln', () => {
  it('reads a run with its rating and its repaired output', () => {
    expect(kilnAdapter.recognises(run)).toBe(true);
    const rating = { kind: 'explicit', at: '2026-03-01T11:00:00', origin: 'human:ana' };
    expect(expand(run).rows).toEqual([
      {
        output: 'A summry.',
        messages: [{ role: 'user', content: 'Sum up: ...' }],
        external_id: '123',
        model: 'm1',
        prompt_version: 'simple',
        created_at: '2026-03-01T10:00:00',
        edits: [{ text: 'A summary.', annotator: 'Ana', at: '2026-03-01T12:00:00' }],
        signals: [
          { ...rating, name: 'rating', value: 4, unit: 'five_star' },
          { ...rating, at: null, name: 'requirement_77', value: 1, unit: 'pass_fail' },
          { ...rating, at: null, name: 'requirement_named_tone', value: 3, unit: null },
          { kind: 'implicit', name: 'prompt_tokens', value: 10, unit: 'tokens' },
          { kind: 'implicit', name: 'completion_tokens', value: 5, unit: 'tokens' },
          { kind: 'implicit', name: 'total_tokens', value: 15, unit: 'tokens' },
          { kind: 'implicit', name: 'cost_usd', value: 0.01, unit: 'USD' },
        ],
        created_by: 'ben',
        input_source: run['input_source'],
        repair_instructions: 'Fix the typo',
        tags: ['golden'],
        output_source: { type: 'synthetic' },
        output_properties: { model_provider: 'p' },
        output_rating: (run['output'] as JsonObject)['rating'],
        repaired_output: {
          created_by: 'ana',
          created_at: '2026-03-01T12:00:00',
          source: { type: 'human', properties: { created_by: 'Ana' } },
        },
        usage: { cached_tokens: 2 },
      },
    ]);
  });

  it('takes the conversation from the trace', () => {
    const trace = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
    ];
    expect(expand({ ...run, trace }).rows[0]?.messages).toEqual(trace.slice(0, 2));
  });

  it('skips the other files of a project', () => {
    const task = { v: 1, id: '1', model_type: 'task', name: 'n', instruction: 'i', requirements: [] };
    expect(kilnAdapter.recognises(task)).toBe(true);
    expect(expand(task)).toEqual({ rows: [], skipped: ['a Kiln task'] });
  });

  it('does not recognise plain rows', () => {
    expect(kilnAdapter.recognises({ id: 1, input: 'a', output: 'b' })).toBe(false);
    expect(kilnAdapter.recognises({ v: 1, input: 'a', output: { output: 'b' } })).toBe(false);
  });
});
