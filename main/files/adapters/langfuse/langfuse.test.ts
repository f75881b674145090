import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { readWhole } from '../../test-files.ts';
import type { Adapter, Expansion } from '../adapter.ts';
import { langfuseScoresAdapter } from './langfuse-scores.ts';
import { langfuseAdapter } from './langfuse.ts';

function expand(adapter: Adapter, rows: readonly JsonObject[]): Expansion {
  const expander = adapter.open();
  const parts = [...rows.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap((part) => part.rows), skipped: parts.flatMap((part) => part.skipped) };
}

const trace = {
  id: 'trace-1',
  projectId: 'p',
  name: 'answer',
  timestamp: '2026-01-02T10:00:00.000Z',
  tags: ['beta'],
  userId: 'u1',
  sessionId: 's1',
  input: '"Say \\"hi\\""',
  output: '"Hi!"',
  metadata: '{"plan":"pro"}',
  latency: 2.5,
  scores: [],
};

const generation = {
  id: 'gen-1',
  traceId: 'trace-1',
  type: 'GENERATION',
  name: 'call',
  parentObservationId: 'span-1',
  startTime: '2026-01-02T10:00:00.000Z',
  completionStartTime: '2026-01-02T10:00:00.250Z',
  endTime: '2026-01-02T10:00:02.000Z',
  latency: 2000,
  model: 'gpt-4o',
  promptName: 'greet',
  promptVersion: 3,
  input:
    '{"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"hi"}],"temperature":0}',
  output: '{"choices":[{"message":{"role":"assistant","content":"Hello!"},"finish_reason":"stop"}]}',
  usageDetails: { input: 12, output: 3, total: 15 },
  costDetails: { total: 0.002 },
  metadata: '{"k":1}',
};

const span = {
  id: 'span-1',
  traceId: 'trace-1',
  type: 'SPAN',
  parentObservationId: null,
  startTime: trace.timestamp,
};

describe('langfuse', () => {
  it('makes one interaction of each generation of a downloaded trace', () => {
    const file = { trace, observations: [span, generation] };
    expect(langfuseAdapter.recognises(file)).toBe(true);
    const { rows, skipped } = expand(langfuseAdapter, [file]);
    expect(skipped).toEqual(['an observation of type SPAN']);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      output: 'Hello!',
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'hi' },
      ],
      external_id: 'gen-1',
      keys: ['trace-1'],
      session: 's1',
      user: 'u1',
      model: 'gpt-4o',
      prompt_version: 'greet@3',
      created_at: '2026-01-02T10:00:00.000Z',
      traceName: 'answer',
      tags: ['beta'],
      metadata: { k: 1 },
      input_details: { temperature: 0 },
      output_details: { finish_reason: 'stop' },
    });
    const values = rows[0]?.signals?.map(({ name, value, unit }) => [name, value, unit]);
    expect(values).toEqual([
      ['latency_ms', 2000, 'ms'],
      ['time_to_first_token_ms', 250, 'ms'],
      ['prompt_tokens', 12, 'tokens'],
      ['completion_tokens', 3, 'tokens'],
      ['total_tokens', 15, 'tokens'],
      ['cost_usd', 0.002, 'USD'],
    ]);
  });

  it('gives what was said about the trace to the generation that ended last', () => {
    const scores = [
      {
        name: 'Helpful',
        value: 1,
        dataType: 'BOOLEAN',
        source: 'ANNOTATION',
        authorUserId: 'ana',
        traceId: 'trace-1',
      },
      {
        name: 'own',
        value: 0.5,
        dataType: 'NUMERIC',
        source: 'EVAL',
        comment: 'why',
        observationId: 'gen-0',
      },
    ];
    const corrections = [
      {
        name: 'output',
        dataType: 'CORRECTION',
        value: 0,
        stringValue: 'Hello, Bo!',
        source: 'ANNOTATION',
        authorUserId: 'bo',
      },
    ];
    const earlier = { ...generation, id: 'gen-0', endTime: '2026-01-02T10:00:01.000Z' };
    const file = { trace: { ...trace, scores, corrections }, observations: [generation, earlier] };
    const [last, first] = expand(langfuseAdapter, [file]).rows;
    expect(last?.edits).toEqual([{ text: 'Hello, Bo!', annotator: 'bo', at: null }]);
    expect(last?.signals).toContainEqual({
      kind: 'explicit',
      name: 'helpful',
      value: 1,
      at: null,
      origin: 'human:ana',
    });
    expect(last).toHaveProperty('trace.metadata', '{"plan":"pro"}');
    expect(first).not.toHaveProperty('trace');
    expect(first?.signals?.slice(-2)).toEqual([
      { kind: 'explicit', name: 'own', value: 0.5, at: null, origin: 'model' },
      { kind: 'explicit', name: 'own_explanation', value: 'why', at: null, origin: 'model' },
    ]);
  });

  it('takes the trace itself, or its root observation, where it has no generation', () => {
    const [row] = expand(langfuseAdapter, [{ trace, observations: [span] }]).rows;
    expect(row).toMatchObject({
      output: 'Hi!',
      messages: [{ role: 'user', content: 'Say "hi"' }],
      external_id: 'trace-1',
      session: 's1',
    });
    const silent = { ...trace, input: null, output: null };
    const root = { ...span, input: { question: 'Where?' }, output: { answer: 'There.' } };
    const [ofRoot] = expand(langfuseAdapter, [{ trace: silent, observations: [root] }]).rows;
    expect(ofRoot).toMatchObject({ output: 'There.', external_id: 'span-1', keys: ['trace-1'] });
    expect(expand(langfuseAdapter, [{ trace: silent, observations: [span] }])).toEqual({
      rows: [],
      skipped: ['an observation of type SPAN', 'a trace without an output'],
    });
  });

  it('reads rows of a screen’s export with scores in columns, also as cells of a table', () => {
    const row = {
      ...generation,
      'Answer quality': [0.8, 0.9],
      tone: ['warm'],
      unused: null,
      comments: ['Nice'],
    };
    const cells = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]),
    );
    for (const form of [row, cells]) {
      expect(langfuseAdapter.recognises(form)).toBe(true);
      const [arriving] = expand(langfuseAdapter, [form]).rows;
      expect(arriving?.signals?.slice(6).map(({ name, value }) => [name, value])).toEqual([
        ['answer_quality', 0.8],
        ['answer_quality', 0.9],
        ['tone', 'warm'],
        ['comment', 'Nice'],
      ]);
    }
  });

  it('reads rows of the blob export', () => {
    const row = {
      id: 'g',
      trace_id: 't',
      type: 'GENERATION',
      start_time: '2026-01-02 10:00:00.000',
      end_time: '2026-01-02 10:00:01.000',
      parent_observation_id: '',
      provided_model_name: 'claude',
      session_id: 's',
      user_id: 'u',
      input: 'Question?',
      output: '{"my":"json"}',
      usage_details: '{"input":1,"output":2}',
      tags: ['x'],
    };
    expect(langfuseAdapter.recognises(row)).toBe(true);
    expect(expand(langfuseAdapter, [row]).rows[0]).toMatchObject({
      output: '{"my":"json"}',
      messages: [{ role: 'user', content: 'Question?' }],
      model: 'claude',
      session: 's',
      user: 'u',
      keys: ['t'],
      tags: ['x'],
    });
  });

  it('keeps the root of a trace only where no generation of it is in the file', () => {
    const root = { ...span, output: 'root answer' };
    const other = { ...span, id: 'span-2', traceId: 'trace-2', output: 'alone' };
    const { rows, skipped } = expand(langfuseAdapter, [root, other, generation]);
    expect(rows.map((row) => row.output)).toEqual(['Hello!', 'alone']);
    expect(skipped).toEqual(['the root of a trace whose AI calls are rows of their own']);
  });

  it('does not take rows that are not its own', () => {
    const rows: readonly JsonObject[] = [
      { id: '1', input: 'a', output: 'b' },
      { id: '1', traceId: 't', type: 'message', startTime: 1 },
      { trace: 'x', observations: [] },
      { run_type: 'llm', trace_id: 't', start_time: '2026-01-01', inputs: {}, outputs: {} },
    ];
    expect(rows.map((row) => langfuseAdapter.recognises(row))).toEqual([false, false, false, false]);
  });

  it('survives fields of any type', () => {
    const odd: readonly JsonObject[] = [
      { trace: { id: 'x', scores: 7, tags: { a: 1 } }, observations: [null, 3, [], { type: 'GENERATION' }] },
      { ...generation, input: [[[]]], output: { choices: [null, 4] }, usageDetails: 'x', startTime: {} },
      { ...generation, output: { generations: [[]] }, scores: [null, 'a'], comments: { a: 1 } },
      { ...generation, output: { ['__proto__']: 1, constructor: 'c' }, promptVersion: {} },
    ];
    expect(() => expand(langfuseAdapter, odd)).not.toThrow();
  });
});

describe('langfuse scores', () => {
  const score = {
    id: 'sc',
    name: 'Tone',
    traceId: 't',
    observationId: 'o',
    timestamp: '2026-01-02T10:00:00Z',
  };

  it('makes edits, labels and signals of a page of the API', () => {
    const data = [
      {
        ...score,
        name: 'output',
        dataType: 'CORRECTION',
        value: 0,
        stringValue: 'Better',
        authorUserId: 'ana',
        source: 'ANNOTATION',
      },
      {
        ...score,
        dataType: 'CATEGORICAL',
        value: 1,
        stringValue: 'warm',
        authorUserId: 'ana',
        source: 'ANNOTATION',
      },
      { ...score, dataType: 'BOOLEAN', value: 1, stringValue: 'True', source: 'API', observationId: null },
      { ...score, dataType: 'NUMERIC', value: 0.25, source: 'EVAL', comment: 'cold' },
      { ...score, dataType: 'TEXT', stringValue: 'too long', source: 'ANNOTATION' },
    ];
    const envelope = { data, meta: { page: 1 } };
    expect(langfuseScoresAdapter.recognises(envelope)).toBe(true);
    expect(data.map((row) => langfuseScoresAdapter.recognises(row))).not.toContain(false);
    const at = score.timestamp;
    const { rows } = expand(langfuseScoresAdapter, [envelope]);
    expect(rows).toEqual([
      { external_id: 'o', edits: [{ text: 'Better', annotator: 'ana', at }] },
      { external_id: 'o', keys: ['t'], labels: [{ question: 'tone', value: 'warm', annotator: 'ana' }] },
      { external_id: 't', signals: [{ kind: 'explicit', name: 'tone', value: 1, at, origin: 'api' }] },
      {
        external_id: 'o',
        keys: ['t'],
        signals: [
          { kind: 'explicit', name: 'tone', value: 0.25, at, origin: 'model' },
          { kind: 'explicit', name: 'tone_explanation', value: 'cold', at, origin: 'model' },
        ],
      },
      {
        external_id: 'o',
        keys: ['t'],
        signals: [{ kind: 'explicit', name: 'tone', value: 'too long', at, origin: 'human' }],
      },
    ]);
  });

  it('takes a deletion of everything as an edit, and skips what names no call', () => {
    const empty = { ...score, dataType: 'CORRECTION', stringValue: '' };
    expect(expand(langfuseScoresAdapter, [empty]).rows[0]?.edits?.[0]?.text).toBe('');
    const ofSession = { name: 'x', dataType: 'NUMERIC', value: 1, sessionId: 's' };
    expect(expand(langfuseScoresAdapter, [ofSession]).skipped).toEqual([
      'a score of a session or an experiment, not of an AI call',
    ]);
  });
});

const data = '../shared/data/tool-exports/langfuse';

describe.skipIf(!existsSync(data))('real Langfuse traces (skipped where ../shared/data is absent)', () => {
  it.each([
    ['agno-2025-06-11.trace.json', 4, 2, 0],
    ['autogen-2025-06-06.trace.json', 1, 1, 0],
    ['google-gemini-2025-08-01.trace.json', 1, 0, 4],
    ['llamaindex-2025-06-05.trace.json', 1, 1, 0],
    ['openai-agents-2025-09-30.trace.json', 2, 3, 4],
    ['openai-assistants-2024-05-29.json', 1, 3, 0],
  ])('reads %s', async (name, interactions, others, explicit) => {
    const { rows } = await readWhole(`${data}/${name}`);
    const values = rows.map(({ value }) => value);
    expect(values.every((row) => langfuseAdapter.recognises(row))).toBe(true);
    const expansion = expand(langfuseAdapter, values);
    const signals = expansion.rows.flatMap((row) => row.signals ?? []);
    expect([
      expansion.rows.length,
      expansion.skipped.length,
      signals.filter(({ kind }) => kind === 'explicit').length,
    ]).toEqual([interactions, others, explicit]);
    expect(expansion.rows.every((row) => row.messages !== undefined && row.model !== undefined)).toBe(true);
  });
});
