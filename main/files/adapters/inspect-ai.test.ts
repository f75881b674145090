import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { readWhole } from '../test-files.ts';
import { inspectAiAdapter } from './inspect-ai.ts';

const sample = {
  id: 'q7',
  epoch: 2,
  input: 'Capital of Peru?',
  target: 'Lima',
  messages: [
    { id: 'm0', role: 'system', content: 'attachment://abc' },
    { id: 'm1', role: 'user', content: 'Capital of Peru?' },
    {
      id: 'm2',
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'c', function: 'look', arguments: { q: 1 }, type: 'function' }],
    },
    { id: 'm3', role: 'tool', tool_call_id: 'c', content: 'Lima' },
    {
      id: 'm4',
      role: 'assistant',
      content: [
        { type: 'reasoning', reasoning: 'Sure.' },
        { type: 'text', text: 'It is Lima.' },
      ],
    },
    { id: 'm5', role: 'user', content: 'Thanks.' },
  ],
  output: {
    model: 'gpt-z',
    choices: [
      {
        message: {
          id: 'm4',
          role: 'assistant',
          content: [
            { type: 'reasoning', reasoning: 'Sure.' },
            { type: 'text', text: 'It is Lima.' },
          ],
        },
        stop_reason: 'stop',
      },
    ],
    usage: { input_tokens: 9, output_tokens: 3, total_tokens: 12 },
    time: 0.25,
  },
  scores: {
    match: { value: 'C', answer: 'Lima', explanation: 'found' },
    model_graded_qa: { value: { tone: 0.5, ok: true }, answer: 'It is Lima.' },
  },
  metadata: { level: 3 },
  attachments: { abc: 'Answer shortly.' },
  events: [{ event: 'sample_init', timestamp: '2026-05-12T20:28:13-04:00' }],
  uuid: 'u-1',
} satisfies JsonObject;

const log = {
  version: 2,
  status: 'success',
  eval: {
    eval_id: 'e1',
    task: 'capitals',
    task_version: 1,
    model: 'openai/gpt-z',
    created: '2026-05-12T20:00:00Z',
  },
  plan: {},
  samples: [sample, { ...sample, output: { choices: [] }, error: { message: 'cut' } }],
} satisfies JsonObject;

function expand(row: JsonObject) {
  return inspectAiAdapter.open().push(row);
}

describe('inspect-ai', () => {
  it('reads the samples of a log', () => {
    expect(inspectAiAdapter.recognises(log)).toBe(true);
    const { rows, skipped } = expand(log);
    expect(skipped).toEqual(['a sample without an output']);
    expect(rows).toEqual([
      {
        output: 'It is Lima.',
        messages: [
          { role: 'system', content: 'Answer shortly.' },
          { role: 'user', content: 'Capital of Peru?' },
          {
            role: 'assistant',
            content: '',
            tool_calls: [{ id: 'c', type: 'function', function: { name: 'look', arguments: '{"q":1}' } }],
          },
          { role: 'tool', content: 'Lima', tool_call_id: 'c' },
        ],
        following_messages: [{ role: 'user', content: 'Thanks.' }],
        external_id: 'u-1',
        model: 'gpt-z',
        created_at: '2026-05-12T20:28:13-04:00',
        sample_id: 'q7',
        epoch: 2,
        target: 'Lima',
        metadata: { level: 3 },
        reasoning: 'Sure.',
        stop_reason: 'stop',
        eval_id: 'e1',
        task: 'capitals',
        task_version: 1,
        scores: { match: { answer: 'Lima' } },
        signals: [
          { kind: 'explicit', name: 'match', value: 'C', origin: 'code' },
          { kind: 'explicit', name: 'match_explanation', value: 'found', origin: 'code' },
          { kind: 'explicit', name: 'model_graded_qa_tone', value: 0.5, origin: 'model' },
          { kind: 'explicit', name: 'model_graded_qa_ok', value: true, origin: 'model' },
          { kind: 'implicit', name: 'latency_ms', value: 250, unit: 'ms' },
          { kind: 'implicit', name: 'prompt_tokens', value: 9, unit: 'tokens' },
          { kind: 'implicit', name: 'completion_tokens', value: 3, unit: 'tokens' },
          { kind: 'implicit', name: 'total_tokens', value: 12, unit: 'tokens' },
        ],
      },
    ]);
  });

  it('reads a single sample, and one whose input was never put into messages', () => {
    expect(inspectAiAdapter.recognises(sample)).toBe(true);
    const bare = { ...sample, uuid: null, messages: [] };
    expect(expand(bare).rows).toMatchObject([
      { external_id: 'q7/2', messages: [{ role: 'user', content: 'Capital of Peru?' }] },
    ]);
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(inspectAiAdapter.recognises({ id: 1, input: 'a', target: 'b', output: 'c' })).toBe(false);
    expect(inspectAiAdapter.recognises({ eval: 'x', samples: [] })).toBe(false);
    expect(expand({ ...log, samples: null }).skipped).toEqual(['an eval log without samples']);
    const odd = { ...sample, scores: [1], score: 'x', messages: 'no', attachments: 3, events: {} };
    expect(expand(odd).rows).toHaveLength(1);
  });
});

const folder = '../shared/data/tool-exports/inspect-ai';

describe.skipIf(!existsSync(folder))('Inspect logs (skipped where ../shared/data is absent)', () => {
  it.each([
    ['2024-11-05T13-31-45-05-00_input-task_8zXjbRzCWrL9GXiXo2vus9.json', 1, 2],
    ['2025-05-12T20-28-13-04-00_popularity.json', 3, 2],
  ])('reads %s', async (name, count, turns) => {
    const { rows } = await readWhole(`${folder}/${name}`);
    expect(rows.every(({ value }) => inspectAiAdapter.recognises(value))).toBe(true);
    const found = rows.map(({ value }) => expand(value));
    expect(found.flatMap(({ skipped }) => skipped)).toEqual([]);
    const samples = found.flatMap((expansion) => expansion.rows);
    expect(samples).toHaveLength(count);
    for (const row of samples) {
      expect(row.output).toMatch(/\w/);
      expect(row.messages).toHaveLength(turns);
      expect(JSON.stringify(row)).not.toContain('attachment://');
      expect(row.signals?.filter(({ kind }) => kind === 'explicit')).toHaveLength(2);
      expect(row.signals?.filter(({ unit }) => unit === 'tokens')).toHaveLength(3);
    }
  });
});
