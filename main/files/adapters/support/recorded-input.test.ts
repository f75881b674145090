import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { readRecordedInput } from './recorded-input.ts';

const user = { role: 'user', content: 'hi' };
const system = { role: 'system', content: 'Be kind.' };

describe('readRecordedInput', () => {
  it.each<readonly [string, Json, readonly JsonObject[], JsonObject]>([
    ['a prompt', 'hi', [user], {}],
    ['messages', [system, user], [system, user], {}],
    ['a message', user, [user], {}],
    ['messages as JSON text', JSON.stringify([user]), [user], {}],
    ['a request to OpenAI', { model: 'm', messages: [user] }, [user], { model: 'm' }],
    ['a request to Responses', { instructions: 'Be kind.', input: 'hi' }, [system, user], {}],
    [
      'a request to Anthropic',
      { system: [{ type: 'text', text: 'Be kind.' }], messages: [user] },
      [system, user],
      {},
    ],
    [
      'a request to Gemini',
      { contents: 'hi', config: { systemInstruction: 'Be kind.' } },
      [system, user],
      { config: { systemInstruction: 'Be kind.' } },
    ],
    ['LangChain’s prompts', { prompts: ['hi'] }, [user], {}],
    ['LangChain’s batches', { messages: [[{ type: 'human', content: 'hi' }]] }, [user], {}],
    ['arguments', { args: ['hi', 2], kwargs: {} }, [user], { args: [2] }],
    ['named arguments', { args: [], kwargs: { messages: [user], model: 'm' } }, [user], { model: 'm' }],
    ['an input inside an input', { input: { question: 'hi', k: 3 } }, [user], { k: 3 }],
    ['a question', { question: 'hi', k: 3 }, [user], { k: 3 }],
    ['any other object', { a: 1, b: [2] }, [{ role: 'user', content: '{"a":1,"b":[2]}' }], {}],
    ['nothing', null, [], {}],
    ['an empty object', {}, [], {}],
  ])('reads %s', (_, value, messages, rest) => {
    expect(readRecordedInput(value)).toEqual({ messages, rest });
  });

  it('keeps calls of tools and what they gave', () => {
    const items = [
      user,
      { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c', output: 'found' },
    ];
    expect(readRecordedInput(items).messages).toEqual([
      user,
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      { role: 'tool', content: 'found', tool_call_id: 'c' },
    ]);
  });
});
