import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { readWhole } from '../test-files.ts';
import { anthropicAdapter } from './anthropic.ts';

const message = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-x',
  content: [
    { type: 'thinking', thinking: 'Hm.', signature: 'abc' },
    { type: 'text', text: 'Let me ' },
    { type: 'text', text: 'look.' },
    { type: 'tool_use', id: 't1', name: 'look', input: { q: 1 } },
    { type: 'image_made_up', url: 'x' },
  ],
  stop_reason: 'tool_use',
  stop_sequence: null,
  usage: { input_tokens: 10, cache_read_input_tokens: 5, cache_creation_input_tokens: 0, output_tokens: 4 },
} satisfies JsonObject;

const readRow = {
  output: 'Let me look.',
  external_id: 'msg_1',
  model: 'claude-x',
  reasoning: 'Hm.',
  stop_reason: 'tool_use',
  tool_calls: [{ id: 't1', type: 'function', function: { name: 'look', arguments: '{"q":1}' } }],
  signals: [
    { name: 'prompt_tokens', value: 15 },
    { name: 'completion_tokens', value: 4 },
  ],
};

const events = [
  {
    type: 'message_start',
    message: { ...message, content: [], usage: { ...message.usage, output_tokens: 1 } },
  },
  { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
  { type: 'ping' },
  { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Hm.' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'abc' } },
  { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'Let me ' } },
  { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'look.' } },
  {
    type: 'content_block_start',
    index: 2,
    content_block: { type: 'tool_use', id: 't1', name: 'look', input: {} },
  },
  { type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '{"q"' } },
  { type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: ':1}' } },
  { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 4 } },
  { type: 'message_stop' },
] satisfies JsonObject[];

function expand(rows: readonly JsonObject[]) {
  const expander = anthropicAdapter.open();
  const expansions = [...rows.map((row) => expander.push(row)), expander.end()];
  return {
    rows: expansions.flatMap((expansion) => expansion.rows),
    skipped: expansions.flatMap((expansion) => expansion.skipped),
  };
}

describe('anthropic', () => {
  it('reads a message', () => {
    const { rows } = expand([message]);
    expect(anthropicAdapter.recognises(message)).toBe(true);
    expect(rows).toMatchObject([{ ...readRow, other_content: [{ type: 'image_made_up', url: 'x' }] }]);
  });

  it('reads recorded bodies of JSON text and of event streams', () => {
    const json = { status: 200, headers: {}, body: JSON.stringify(message) };
    const text = events
      .map((event) => `event: ${event.type}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`)
      .join('');
    const stream = { status: 200, headers: { a: 'b' }, body: text };
    expect([json, stream].map((row) => anthropicAdapter.recognises(row))).toEqual([true, true]);
    expect(expand([json, stream]).rows).toMatchObject([
      readRow,
      { ...readRow, status: 200, headers: { a: 'b' } },
    ]);
  });

  it('joins the events of streams that are rows of their own, also of one that was cut off', () => {
    expect(events.every((event) => event.type === 'ping' || anthropicAdapter.recognises(event))).toBe(true);
    const { rows, skipped } = expand([...events, ...events.slice(0, 7)]);
    expect(skipped).toEqual([]);
    expect(rows).toMatchObject([readRow, { output: 'Let me ', external_id: 'msg_1' }]);
  });

  it('reads results of a batch and says what became of the others', () => {
    const rows = [
      { custom_id: 'a', result: { type: 'succeeded', message } },
      { custom_id: 'b', result: { type: 'errored', error: {} } },
      { custom_id: 'c', result: { type: 'expired' } },
    ];
    expect(rows.map((row) => anthropicAdapter.recognises(row))).toEqual([true, true, true]);
    const found = expand(rows);
    expect(found.rows).toMatchObject([{ ...readRow, keys: ['a'], custom_id: 'a' }]);
    expect(found.skipped).toEqual(['a batch request that was errored', 'a batch request that was expired']);
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(anthropicAdapter.recognises({ type: 'message', content: 'hello' })).toBe(false);
    expect(anthropicAdapter.recognises({ custom_id: 'x', result: { type: 'good' } })).toBe(false);
    const broken: JsonObject[] = [
      { type: 'message', role: 'assistant', content: [null, 1, { type: 'text' }, { type: 'tool_use' }] },
      { type: 'message_start', message: 3 },
      { type: 'content_block_delta', index: 'x', delta: null },
      { type: 'content_block_delta', index: 1e9, delta: { text: 'far' } },
      { type: 'message_stop' },
      { status: 500, body: '{"type":"error"}' },
    ];
    const found = expand(broken);
    expect(found.rows.map((row) => row.output)).toEqual(['1', 'far']);
    expect(found.skipped).toEqual(['a call that failed']);
  });
});

const folder = '../shared/data/tool-exports/anthropic-messages-api';

describe.skipIf(!existsSync(folder))(
  'recorded Anthropic answers (skipped where ../shared/data is absent)',
  () => {
    it.each([
      ['reasoning-tool-use-non-streaming.json', 1],
      ['thinking-multi-turn-0.json', 0],
      ['thinking-multi-turn-1.json', 0],
      ['thinking-streaming.json', 0],
    ])('reads %s', async (name, toolCalls) => {
      const { rows } = await readWhole(`${folder}/${name}`);
      expect(rows.map(({ value }) => anthropicAdapter.recognises(value))).toEqual([true]);
      const found = expand(rows.map(({ value }) => value));
      expect(found.skipped).toEqual([]);
      expect(found.rows).toHaveLength(1);
      const [row = {}] = found.rows;
      expect(row.output).toMatch(/\w+.*[.!*]$/s);
      expect(row.model).toBe('claude-sonnet-4-6');
      expect(row['reasoning']).toMatch(/\w/);
      expect(row.signals).toHaveLength(2);
      expect(row['tool_calls'] ?? []).toHaveLength(toolCalls);
    });
  },
);
