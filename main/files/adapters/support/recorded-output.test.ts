import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../shared/domain/json.ts';
import { readRecordedOutput } from './recorded-output.ts';

const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{"a":1}' } };

describe('readRecordedOutput', () => {
  it.each<readonly [string, Json, string]>([
    ['a text', 'Hello', 'Hello'],
    ['a number', 4, '4'],
    ['a chat completion', { choices: [{ message: { content: 'A' } }, { message: { content: 'B' } }] }, 'A'],
    ['an old completion', { choices: [{ text: 'A', index: 0 }] }, 'A'],
    ['choices alone', [{ message: { content: 'A' }, finish_reason: 'stop' }], 'A'],
    [
      'Responses',
      {
        output: [
          { type: 'reasoning', summary: [] },
          { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'A' }] },
        ],
      },
      'A',
    ],
    [
      'an Anthropic message',
      {
        type: 'message',
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Hm' },
          { type: 'text', text: 'A' },
        ],
      },
      'A',
    ],
    ['Gemini', { candidates: [{ content: { role: 'model', parts: [{ text: 'A' }, { text: 'B' }] } }] }, 'AB'],
    [
      'Bedrock Converse',
      { output: { message: { role: 'assistant', content: [{ text: 'A' }] } }, stopReason: 'end_turn' },
      'A',
    ],
    ['LangChain generations', { generations: [[{ text: 'A' }]] }, 'A'],
    [
      'a conversation',
      [
        { role: 'user', content: 'q' },
        { role: 'assistant', content: 'A' },
      ],
      'A',
    ],
    [
      'a graph’s state',
      {
        messages: [
          ['human', 'q'],
          ['ai', 'A'],
        ],
        step: 2,
      },
      'A',
    ],
    ['an SDK’s result', { text: 'A', finishReason: 'stop' }, 'A'],
    ['a lonely member', { answer: 'A' }, 'A'],
    ['any other object', { a: 1, b: 'x' }, '{"a":1,"b":"x"}'],
    ['JSON text of a response', '{"choices":[{"message":{"content":"A"}}]}', 'A'],
    ['JSON text of the AI', '{"answer":"A"}', '{"answer":"A"}'],
    ['JSON text with a text in it', '{"text":"A","tone":"warm"}', '{"text":"A","tone":"warm"}'],
    ['a JSON list of the AI', '["a", "b"]', '["a", "b"]'],
  ])('reads %s', (_, value, text) => {
    expect(readRecordedOutput(value)?.text).toBe(text);
  });

  it.each<readonly [string, Json]>([
    ['OpenAI', { choices: [{ message: { content: null, tool_calls: [call] } }] }],
    ['Responses', { output: [{ type: 'function_call', call_id: 'c', name: 'f', arguments: '{"a":1}' }] }],
    ['Anthropic', { type: 'message', content: [{ type: 'tool_use', id: 'c', name: 'f', input: { a: 1 } }] }],
    ['LangChain', { type: 'ai', content: '', tool_calls: [{ id: 'c', name: 'f', args: { a: 1 } }] }],
    ['the AI SDK', { text: '', toolCalls: [{ toolCallId: 'c', toolName: 'f', args: { a: 1 } }] }],
  ])('keeps the tool calls of %s beside an empty text', (_, value) => {
    expect(readRecordedOutput(value)).toMatchObject({ text: '', columns: { tool_calls: [call] } });
  });

  it('keeps what came with the text, and the instructions that a response repeats', () => {
    const items = [{ role: 'assistant', content: 'A' }];
    expect(readRecordedOutput({ output: items, instructions: 'Be kind.', id: 'r' })).toMatchObject({
      system: 'Be kind.',
      rest: { id: 'r' },
    });
    const choices = [{ message: { content: 'A' }, finish_reason: 'stop' }, { message: { content: 'B' } }];
    expect(readRecordedOutput({ choices, model: 'm' })?.rest).toEqual({
      model: 'm',
      finish_reason: 'stop',
      choices: [{ message: { content: 'B' } }],
    });
  });

  it.each([[null], [''], [{}], [[]], [{ choices: [{ message: { content: null } }] }]])(
    'finds nothing in %j',
    (value) => {
      expect(readRecordedOutput(value)).toBeUndefined();
    },
  );
});
