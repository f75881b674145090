import { describe, expect, it } from 'vitest';
import { readableJson, toolCallsOf } from './tool-calls.ts';

describe('tool calls', () => {
  it.each([
    ['of OpenAI', [{ id: 'c1', type: 'function', function: { name: 'find', arguments: '{"a":1}' } }]],
    ['of Anthropic', [{ type: 'tool_use', name: 'find', input: { a: 1 } }]],
    ['alone', { name: 'find', arguments: { a: 1 } }],
  ])('%s show their name and what they were given', (_, calls) => {
    expect(toolCallsOf(calls)).toEqual([{ name: 'find', body: '{\n  "a": 1\n}' }]);
  });

  it('of an unknown form are shown as they are', () => {
    expect(toolCallsOf(['go'])).toEqual([{ name: null, body: 'go' }]);
    expect(toolCallsOf([{ do: 1 }])).toEqual([{ name: null, body: '{\n  "do": 1\n}' }]);
  });
});

describe('the text of a tool', () => {
  it('is laid out where it is JSON, and left alone where it is not', () => {
    expect(readableJson('[1]')).toBe('[\n  1\n]');
    expect(readableJson('{"a":')).toBe('{"a":');
    expect(readableJson('12')).toBe('12');
  });
});
