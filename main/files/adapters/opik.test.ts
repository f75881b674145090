import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { opikAdapter } from './opik.ts';

const trace = {
  id: 't1',
  project_id: 'p1',
  name: 'chat',
  start_time: '2026-03-01T10:00:00Z',
  end_time: '2026-03-01T10:00:02Z',
  input: { messages: [{ role: 'user', content: 'Hi' }], temperature: 0 },
  output: {
    choices: [{ message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
    model: 'm1',
  },
  metadata: { user_id: 'u1', k: 'v' },
  thread_id: 'th1',
  duration: 1900.5,
  usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
  total_estimated_cost: 0.001,
  tags: ['a'],
  feedback_scores: [
    { name: 'Tone', value: 1, category_name: 'warm', source: 'ui', created_by: 'ana', reason: 'nice' },
    { name: 'hallucination', value: 0.2, source: 'online_scoring', reason: 'grounded' },
    {
      name: 'helpful',
      value: 0.5,
      source: 'ui',
      value_by_author: { ana: { value: 1, source: 'ui' }, bo: { value: 0, source: 'ui' } },
    },
  ],
  comments: [{ text: 'Good one', created_by: 'bo' }],
} satisfies JsonObject;

function expand(row: JsonObject) {
  return opikAdapter.open().push(row);
}

describe('opik', () => {
  it('reads a trace with its feedback', () => {
    expect(opikAdapter.recognises(trace)).toBe(true);
    const [row = {}] = expand(trace).rows;
    expect(row).toMatchObject({
      output: 'Hello.',
      messages: [{ role: 'user', content: 'Hi' }],
      external_id: 't1',
      session: 'th1',
      user: 'u1',
      model: 'm1',
      created_at: '2026-03-01T10:00:00Z',
      labels: [{ question: 'Tone', value: 'warm', annotator: 'ana' }],
      input_parameters: { temperature: 0 },
      tags: ['a'],
    });
    expect(row.signals?.map(({ name, value, origin = null }) => [name, value, origin])).toEqual([
      ['latency_ms', 1900.5, null],
      ['prompt_tokens', 3, null],
      ['completion_tokens', 2, null],
      ['total_tokens', 5, null],
      ['cost_usd', 0.001, null],
      ['comment', 'nice', 'human:ana'],
      ['hallucination', 0.2, 'model'],
      ['hallucination_explanation', 'grounded', 'model'],
      ['helpful', 1, 'human:ana'],
      ['helpful', 0, 'human:bo'],
      ['comment', 'Good one', 'human:bo'],
    ]);
  });

  it('reads an LLM span and the cells of a CSV, and skips other spans', () => {
    const span = {
      ...trace,
      trace_id: 't0',
      type: 'llm',
      model: 'm2',
      input: '"x"',
      output: { output: 'Yes' },
    };
    expect(expand(span).rows).toMatchObject([{ output: 'Yes', model: 'm2', keys: ['t0'] }]);
    const cells = {
      id: 't2',
      start_time: '2026-03-01T10:00:00Z',
      input: '{"question":"Why?"}',
      output: '{"answer":"So."}',
      'feedback_scores.accuracy': '0.75',
    };
    expect(opikAdapter.recognises(cells)).toBe(true);
    expect(expand(cells).rows).toMatchObject([
      {
        output: 'So.',
        messages: [{ role: 'user', content: 'Why?' }],
        signals: [{ kind: 'explicit', name: 'accuracy', value: 0.75, origin: null }],
      },
    ]);
    expect(expand({ ...trace, type: 'tool' }).skipped).toEqual(['a span that is no AI call']);
    expect(expand({ ...trace, output: null }).skipped).toEqual(['a trace or span without an output']);
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(opikAdapter.recognises({ id: '1', input: 'a', output: 'b' })).toBe(false);
    expect(opikAdapter.recognises({ id: '1', start_time: 'x', input: 'a', output: 'b' })).toBe(false);
    const odd = {
      ...trace,
      feedback_scores: [1, { name: 2 }, { value: {} }],
      usage: [],
      comments: 'x',
      metadata: [],
    };
    expect(expand(odd).rows).toHaveLength(1);
  });
});
