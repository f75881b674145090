import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { mlflowAdapter } from './mlflow.ts';

function span(id: string, type: string, attributes: JsonObject, rest: JsonObject = {}): JsonObject {
  return {
    span_id: id,
    name: `span ${id}`,
    start_time_unix_nano: '1755182715000000000',
    end_time_unix_nano: '1755182715250000000',
    attributes: { 'mlflow.spanType': JSON.stringify(type), ...attributes },
    ...rest,
  };
}

function said(question: string, reply: string): JsonObject {
  return {
    'mlflow.spanInputs': JSON.stringify({ messages: [{ role: 'user', content: question }], model: 'm1' }),
    'mlflow.spanOutputs': JSON.stringify({ choices: [{ message: { role: 'assistant', content: reply } }] }),
  };
}

const human = { source_type: 'HUMAN', source_id: 'ana' };

const assessments = [
  { assessment_name: 'tone', source: human, feedback: { value: 'warm' }, rationale: 'kind' },
  { assessment_name: 'stars', source: human, feedback: { value: 4 } },
  {
    assessment_name: 'correct',
    source: { source_type: 'LLM_JUDGE', source_id: 'gpt-4o' },
    feedback: { value: true },
    rationale: 'matches',
  },
  { assessment_name: 'expected_response', source: human, expectation: { value: 'Better.' } },
  { assessment_name: 'expected_facts', source: human, expectation: { value: ['a'] } },
  { assessment_name: 'first', span_id: 's2', source: { source_type: 'CODE' }, feedback: { value: 0.5 } },
];

const trace = {
  info: {
    trace_id: 'tr-1',
    trace_location: { type: 'MLFLOW_EXPERIMENT' },
    request_time: '2026-05-01T00:00:00Z',
    execution_duration: '1.25s',
    state: 'OK',
    trace_metadata: { 'mlflow.trace.user': 'u1', 'mlflow.trace.session': 's', other: 'x' },
    tags: { 'mlflow.linkedPrompts': '[{"name":"qa","version":"3"}]' },
    assessments,
  },
  data: {
    spans: [
      span('s1', 'CHAIN', { 'mlflow.spanInputs': '{"question":"Q"}', 'mlflow.spanOutputs': '"Final."' }),
      span('s2', 'CHAT_MODEL', said('One?', 'First.'), { parent_span_id: 's1' }),
      span(
        's3',
        'LLM',
        {
          ...said('Two?', 'Second.'),
          'mlflow.chat.tokenUsage': '{"input_tokens":3,"output_tokens":2,"total_tokens":5}',
        },
        { parent_span_id: 's1', end_time_unix_nano: '1755182716000000000' },
      ),
    ],
  },
} satisfies JsonObject;

function expand(row: JsonObject) {
  return mlflowAdapter.open().push(row);
}

describe('mlflow', () => {
  it('reads the AI calls of a trace; what people said of the trace belongs to its last call', () => {
    expect(mlflowAdapter.recognises(trace)).toBe(true);
    const { rows, skipped } = expand(trace);
    expect(skipped).toEqual(['a span that is no AI call']);
    const at = null;
    expect(rows).toMatchObject([
      {
        output: 'First.',
        external_id: 's2',
        keys: ['tr-1'],
        signals: [
          { name: 'latency_ms', value: 250 },
          { name: 'first', value: 0.5, origin: 'code' },
        ],
      },
      {
        output: 'Second.',
        messages: [{ role: 'user', content: 'Two?' }],
        external_id: 's3',
        session: 's',
        user: 'u1',
        model: 'm1',
        prompt_version: 'qa@3',
        created_at: 1_755_182_715_000_000_000,
        edits: [{ text: 'Better.', annotator: 'ana', at }],
        labels: [{ question: 'tone', value: 'warm', annotator: 'ana' }],
        assessments: [assessments[4]],
        trace_metadata: { other: 'x' },
        state: 'OK',
        signals: [
          { name: 'latency_ms', value: 1000 },
          { name: 'prompt_tokens', value: 3 },
          { name: 'completion_tokens', value: 2 },
          { name: 'total_tokens', value: 5 },
          { name: 'comment', value: 'kind', origin: 'human:ana' },
          { name: 'stars', value: 4, origin: 'human:ana' },
          { name: 'correct', value: true, origin: 'model:gpt-4o' },
          { name: 'correct_explanation', value: 'matches', origin: 'model:gpt-4o' },
        ],
      },
    ]);
  });

  it('reads a trace without AI calls as one interaction', () => {
    const whole = { ...trace, data: { spans: trace.data.spans.slice(0, 1) } };
    expect(expand(whole)).toMatchObject({
      skipped: [],
      rows: [
        {
          output: 'Final.',
          messages: [{ role: 'user', content: 'Q' }],
          external_id: 'tr-1',
          created_at: '2026-05-01T00:00:00Z',
          edits: [{ text: 'Better.' }],
        },
      ],
    });
    expect(expand(whole).rows[0]?.signals?.[0]).toMatchObject({ name: 'latency_ms', value: 1250 });
  });

  it('reads version 2, rows of a search and answers that hold a list', () => {
    const old = {
      info: {
        request_id: 'r1',
        experiment_id: '0',
        timestamp_ms: 1_755_182_715_000,
        execution_time_ms: 12,
        request_metadata: {},
      },
      data: { request: '{"messages":[{"role":"user","content":"Hi"}]}', response: '"Hello."', spans: [] },
    };
    const found = {
      trace_id: 'tr-9',
      trace_metadata: '{}',
      request: '"Hi"',
      response: '"Hello."',
      execution_duration: '12',
      spans: '[]',
      assessments: '[]',
    };
    const search = { traces: [old, { info: { trace_id: 'x' }, data: {} }] };
    expect([old, found, search].map((row) => mlflowAdapter.recognises(row))).toEqual([true, true, true]);
    for (const row of [old, found, search])
      expect(expand(row).rows).toMatchObject([
        {
          output: 'Hello.',
          messages: [{ role: 'user', content: 'Hi' }],
          signals: [{ name: 'latency_ms', value: 12 }],
        },
      ]);
    expect(expand(search).skipped).toEqual(['a trace without an output']);
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(mlflowAdapter.recognises({ info: {}, data: {} })).toBe(false);
    expect(mlflowAdapter.recognises({ request_id: '1', request: 'a', response: 'b' })).toBe(false);
    const odd: JsonObject[] = [
      { ...trace, data: 'x' },
      { ...trace, data: { spans: [1, {}, { attributes: [] }] } },
      {
        ...trace,
        info: { ...trace.info, assessments: [1, {}, { feedback: 3 }, { expectation: {} }], tags: 1 },
      },
    ];
    for (const row of odd) expect(() => [mlflowAdapter.recognises(row), expand(row)]).not.toThrow();
    expect(expand(odd[2] ?? {}).rows).toHaveLength(2);
  });
});
