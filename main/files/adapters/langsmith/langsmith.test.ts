import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { readWhole } from '../../test-files.ts';
import type { Adapter, Expansion } from '../adapter.ts';
import { langsmithFeedbackAdapter } from './langsmith-feedback.ts';
import { langsmithAdapter } from './langsmith.ts';
import { createRunMerger } from './merge-runs.ts';

function expand(adapter: Adapter, rows: readonly JsonObject[]): Expansion {
  const expander = adapter.open();
  const parts = [...rows.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap((part) => part.rows), skipped: parts.flatMap((part) => part.skipped) };
}

function message(name: string, kwargs: JsonObject): JsonObject {
  return { lc: 1, type: 'constructor', id: ['langchain', 'schema', 'messages', name], kwargs };
}

const post = {
  id: 'run-1',
  trace_id: 'trace-1',
  dotted_order: '20260102T100000000000Ztrace-1.20260102T100000000000Zrun-1',
  run_type: 'llm',
  name: 'Chat',
  session_id: 'project',
  start_time: '2026-01-02T10:00:00.000Z',
  inputs: { messages: [{ role: 'user', content: 'hi' }], model: 'gpt-4o' },
  outputs: {},
  extra: { metadata: { ls_model_name: 'gpt-4o', thread_id: 'th', user_id: 'u' }, runtime: { sdk: 'x' } },
};

const patch = {
  trace_id: 'trace-1',
  dotted_order: post.dotted_order,
  end_time: '2026-01-02T10:00:01.500Z',
  outputs: {
    choices: [{ message: { role: 'assistant', content: 'Hello!' } }],
    usage_metadata: { input_tokens: 4, output_tokens: 2, total_tokens: 6 },
  },
  extra: { metadata: { revision_id: 'v7' } },
};

const whole = {
  output: 'Hello!',
  messages: [{ role: 'user', content: 'hi' }],
  external_id: 'run-1',
  keys: ['trace-1'],
  session: 'th',
  user: 'u',
  model: 'gpt-4o',
  prompt_version: 'v7',
  created_at: '2026-01-02T10:00:00.000Z',
};

describe('langsmith', () => {
  it.each([
    ['one batch', [{ post: [post], patch: [patch] }]],
    ['two batches', [{ post: [post] }, { patch: [patch] }]],
    ['rows', [post, patch]],
    ['rows in the other order', [patch, post]],
  ])('joins the parts of a run in %s', (_, rows) => {
    expect(rows.every((row) => langsmithAdapter.recognises(row))).toBe(true);
    const expansion = expand(langsmithAdapter, rows);
    expect(expansion.skipped).toEqual([]);
    expect(expansion.rows).toHaveLength(1);
    expect(expansion.rows[0]).toMatchObject(whole);
    expect(expansion.rows[0]?.signals?.map(({ name, value }) => [name, value])).toEqual([
      ['latency_ms', 1500],
      ['prompt_tokens', 4],
      ['completion_tokens', 2],
      ['total_tokens', 6],
    ]);
  });

  it('lets only a bounded number of parts wait', () => {
    const merger = createRunMerger(1000);
    const given = Array.from({ length: 50 }, (_, at) =>
      merger.add({ id: `r${String(at)}`, inputs: { text: 'x'.repeat(100) } }),
    );
    expect(given.flat().length).toBeGreaterThan(40);
    expect(given.flat().length + merger.end().length).toBe(50);
  });

  it('reads messages and generations as LangChain serialises them', () => {
    const call = { name: 'find', args: { q: 'x' }, id: 'c1', type: 'tool_call' };
    const row = {
      ...post,
      end_time: 1767348001000,
      inputs: {
        messages: [
          [
            message('SystemMessage', { content: 'Be kind.' }),
            message('HumanMessage', { content: [{ type: 'text', text: 'hi' }] }),
            message('AIMessage', { content: '', tool_calls: [call] }),
            message('ToolMessage', { content: 'found', tool_call_id: 'c1' }),
          ],
        ],
      },
      outputs: {
        generations: [[{ text: 'Done', message: message('AIMessageChunk', { content: 'Done' }) }]],
        llm_output: { token_usage: { prompt_tokens: 9 } },
      },
    };
    expect(expand(langsmithAdapter, [row]).rows[0]).toMatchObject({
      output: 'Done',
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'hi' },
        {
          role: 'assistant',
          content: '',
          tool_calls: [{ id: 'c1', function: { name: 'find', arguments: '{"q":"x"}' } }],
        },
        { role: 'tool', content: 'found', tool_call_id: 'c1' },
      ],
    });
  });

  it('reads outputs of every form, and the cells of a table', () => {
    const outputs: readonly (readonly [JsonObject, string])[] = [
      [{ output: 'a' }, 'a'],
      [{ output: { content: 'b', type: 'ai' } }, 'b'],
      [
        {
          messages: [
            { type: 'human', content: 'q' },
            { type: 'ai', content: 'c' },
          ],
        },
        'c',
      ],
      [{ role: 'assistant', content: [{ type: 'text', text: 'd' }] }, 'd'],
      [{ generations: [{ text: 'e' }] }, 'e'],
      [{ answer: 'f' }, 'f'],
      [{ x: 1, y: 2 }, '{"x":1,"y":2}'],
    ];
    for (const [value, text] of outputs) {
      const row = { ...post, end_time: '2026-01-02T10:00:01Z', outputs: value };
      const cells = Object.fromEntries(
        Object.entries(row).map(([name, item]) => [
          name,
          typeof item === 'object' ? JSON.stringify(item) : item,
        ]),
      );
      expect(expand(langsmithAdapter, [row]).rows[0]?.output).toBe(text);
      expect(expand(langsmithAdapter, [cells]).rows[0]).toMatchObject({
        output: text,
        model: 'gpt-4o',
        session: 'th',
      });
    }
  });

  it('skips runs that are no AI call with the reason, and walks into child runs', () => {
    const child = { ...post, ...patch };
    const tool = { ...child, id: 'run-2', run_type: 'tool' };
    const root = { ...child, id: 'trace-1', run_type: 'chain', child_runs: [child, tool] };
    const { rows, skipped } = expand(langsmithAdapter, [root, { ...child, id: 'run-3', outputs: null }]);
    expect(rows.map((row) => row.external_id)).toEqual(['run-1']);
    expect(skipped.toSorted()).toEqual([
      'a run of type tool',
      'an llm run without an output',
      'the root of a trace whose AI calls are rows of their own',
    ]);
    expect(expand(langsmithAdapter, [{ ...root, child_runs: [] }]).rows).toHaveLength(1);
  });

  it('does not take rows that are not its own, and survives fields of any type', () => {
    expect(langsmithAdapter.recognises({ inputs: { a: 1 }, outputs: { b: 1 }, metadata: {} })).toBe(false);
    expect(langsmithAdapter.recognises({ post: ['a'], patch: 3 })).toBe(false);
    const odd: readonly JsonObject[] = [
      { ...post, inputs: [], outputs: [[]], extra: 'x', end_time: {} },
      { ...post, id: {}, dotted_order: 7, outputs: { choices: [{}] }, events: [null] },
      {
        post: [
          { id: '__proto__', run_type: 'llm' },
          { id: 'constructor', run_type: 'chain' },
        ],
        patch: [null],
      },
    ];
    expect(() => expand(langsmithAdapter, odd)).not.toThrow();
  });
});

describe('langsmith feedback', () => {
  const feedback = {
    id: 'f',
    run_id: 'run-1',
    trace_id: 'trace-1',
    key: 'Correctness',
    score: null,
    value: null,
    comment: null,
    correction: null,
    created_at: '2026-01-02T10:00:00Z',
  };
  const ana = { type: 'app', user_id: '1', user_name: 'ana' };
  const at = feedback.created_at;

  it('makes signals of scores and comments, and edits of corrections', () => {
    const rows: readonly JsonObject[] = [
      { ...feedback, score: 1, comment: 'good', feedback_source: ana, feedback_group_id: 'g' },
      {
        ...feedback,
        score: 0.5,
        comment: 'since',
        feedback_source: { type: 'model', metadata: { model: 'gpt-4o' } },
      },
      { ...feedback, correction: { output: 'Better' }, feedback_source: ana },
      { ...feedback, correction: 'Best', feedback_source: { type: 'api' } },
      { ...feedback, correction: { score: 0 }, feedback_source: ana },
      { ...feedback, value: 'wrong', feedback_source: ana },
      { ...feedback, value: 'wrong', score: 0, feedback_source: { type: 'api' } },
    ];
    expect(rows.every((row) => langsmithFeedbackAdapter.recognises(row))).toBe(true);
    const explicit = { kind: 'explicit', at };
    const both = { external_id: 'run-1', keys: ['trace-1'] };
    expect(expand(langsmithFeedbackAdapter, rows).rows).toEqual([
      {
        ...both,
        feedback_group_id: 'g',
        signals: [
          { ...explicit, name: 'correctness', value: 1, origin: 'human:ana' },
          { ...explicit, name: 'comment', value: 'good', origin: 'human:ana' },
        ],
      },
      {
        ...both,
        signals: [
          { ...explicit, name: 'correctness', value: 0.5, origin: 'model:gpt-4o' },
          { ...explicit, name: 'correctness_explanation', value: 'since', origin: 'model:gpt-4o' },
        ],
      },
      { external_id: 'run-1', edits: [{ text: 'Better', annotator: 'ana', at }] },
      { external_id: 'run-1', edits: [{ text: 'Best', annotator: null, at }] },
      { ...both, signals: [{ ...explicit, name: 'correctness_correction', value: 0, origin: 'human:ana' }] },
      { ...both, labels: [{ question: 'correctness', value: 'wrong', annotator: 'ana' }] },
      {
        ...both,
        signals: [
          { ...explicit, name: 'correctness', value: 0, origin: 'api' },
          { ...explicit, name: 'correctness_value', value: 'wrong', origin: 'api' },
        ],
      },
    ]);
  });

  it('skips what says nothing or names no run', () => {
    expect(
      expand(langsmithFeedbackAdapter, [feedback, { ...feedback, run_id: null, trace_id: null }]).skipped,
    ).toEqual(['feedback without a score, value, comment or correction', 'feedback that names no run']);
    expect(langsmithFeedbackAdapter.recognises({ key: 'a', value: 1 })).toBe(false);
  });
});

const data = '../shared/data/tool-exports/langsmith';
const files = existsSync(data) ? readdirSync(data).filter((name) => name.endsWith('.json')) : ['none'];

describe.skipIf(!existsSync(data))('real LangSmith batches (skipped where ../shared/data is absent)', () => {
  it.each(files)('reads the one run of %s', async (name) => {
    const { rows } = await readWhole(`${data}/${name}`);
    const values = rows.map(({ value }) => value);
    expect(values.every((row) => langsmithAdapter.recognises(row))).toBe(true);
    const expansion = expand(langsmithAdapter, values);
    expect([expansion.rows.length, expansion.skipped]).toEqual([1, []]);
    const [row] = expansion.rows;
    expect(row?.messages).toHaveLength(1);
    expect(row?.signals?.map((signal) => signal.name)).toEqual(
      expect.arrayContaining(['latency_ms', 'prompt_tokens', 'completion_tokens', 'total_tokens']),
    );
  });
});
