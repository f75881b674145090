import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { openaiResponsesAdapter } from './openai-responses.ts';

const body = {
  id: 'resp_1',
  object: 'response',
  created_at: 1_779_964_113,
  completed_at: 1_779_964_115,
  status: 'completed',
  instructions: 'Be brief.',
  model: 'gpt-y',
  conversation: { id: 'conv_1' },
  prompt: { id: 'pmpt_1', version: '3' },
  safety_identifier: 'u1',
  tools: [],
  temperature: 1,
  output: [
    { type: 'reasoning', id: 'rs', summary: [{ type: 'summary_text', text: 'Thinking.' }] },
    { type: 'web_search_call', id: 'ws', status: 'completed' },
    { type: 'function_call', call_id: 'c1', name: 'look', arguments: '{"q":1}' },
    {
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'One. ', annotations: [] }],
    },
    { type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal: 'Not two.' }] },
  ],
  usage: { input_tokens: 14, output_tokens: 26, total_tokens: 40 },
} satisfies JsonObject;

function expand(row: JsonObject) {
  return openaiResponsesAdapter.open().push(row);
}

describe('openai-responses', () => {
  it('reads an answer', () => {
    expect(openaiResponsesAdapter.recognises(body)).toBe(true);
    expect(expand(body)).toEqual({
      skipped: [],
      rows: [
        {
          output: 'One. \n\nNot two.',
          messages: [{ role: 'system', content: 'Be brief.' }],
          external_id: 'resp_1',
          session: 'conv_1',
          user: 'u1',
          model: 'gpt-y',
          prompt_version: 'pmpt_1@3',
          created_at: 1_779_964_113,
          status: 'completed',
          completed_at: 1_779_964_115,
          temperature: 1,
          reasoning: 'Thinking.',
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{"q":1}' } }],
          other_content: [{ type: 'web_search_call', id: 'ws', status: 'completed' }],
          signals: [
            { kind: 'implicit', name: 'latency_ms', value: 2000, unit: 'ms' },
            { kind: 'implicit', name: 'prompt_tokens', value: 14, unit: 'tokens' },
            { kind: 'implicit', name: 'completion_tokens', value: 26, unit: 'tokens' },
            { kind: 'implicit', name: 'total_tokens', value: 40, unit: 'tokens' },
          ],
        },
      ],
    });
  });

  it('reads the items of an input that the log has added', () => {
    const input = [
      { role: 'user', content: [{ type: 'input_text', text: 'Weather?' }] },
      { type: 'reasoning', summary: [] },
      { type: 'function_call', call_id: 'c', name: 'w', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c', output: 'sunny' },
    ];
    expect(expand({ ...body, instructions: null, input }).rows[0]?.messages).toEqual([
      { role: 'user', content: 'Weather?' },
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'w', arguments: '{}' } }],
      },
      { role: 'tool', content: 'sunny', tool_call_id: 'c' },
    ]);
  });

  it.each([
    ['the last state', [{ type: 'response.completed', response: body }], 'One. \n\nNot two.'],
    [
      'the text so far where the stream was cut off',
      [
        { type: 'response.created', response: { ...body, output: [], usage: null } },
        { type: 'response.output_text.delta', delta: 'Half', sequence_number: 1 },
        { type: 'response.output_text.delta', delta: ' way', sequence_number: 2 },
      ],
      'Half way',
    ],
  ])('joins an event stream: %s', (_, events, output) => {
    const text = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    const row = { status: 200, body: text };
    expect(openaiResponsesAdapter.recognises(row)).toBe(true);
    expect(expand(row).rows[0]).toMatchObject({ output, external_id: 'resp_1' });
  });

  it('does not take other rows', () => {
    expect(openaiResponsesAdapter.recognises({ id: '1', object: 'response', output: 'text' })).toBe(false);
    expect(openaiResponsesAdapter.recognises({ object: 'chat.completion', choices: [] })).toBe(false);
  });
});
