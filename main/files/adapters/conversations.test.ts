import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { conversationsAdapter } from './conversations.ts';

function expand(row: JsonObject) {
  return conversationsAdapter.open().push(row);
}

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string, rest: JsonObject = {}) => ({ role: 'assistant', content, ...rest });

describe('conversations', () => {
  it('makes every reply an interaction with what was said before it', () => {
    const messages = [user('Hi'), assistant('Hello'), user('Why?'), assistant('Because')];
    const { rows, skipped } = expand({ id: 'c1', session_id: 's1', model: 'm', split: 'train', messages });
    expect(skipped).toEqual([]);
    expect(rows).toEqual([
      {
        output: 'Hello',
        messages: messages.slice(0, 1),
        external_id: 'c1#1',
        keys: ['c1'],
        session: 's1',
        model: 'm',
        split: 'train',
        turn: 1,
      },
      {
        output: 'Because',
        messages: messages.slice(0, 3),
        external_id: 'c1#2',
        keys: ['c1'],
        session: 's1',
        model: 'm',
        split: 'train',
        turn: 2,
      },
    ]);
  });

  it('reads ShareGPT, also with one reply, and the calls of tools among its turns', () => {
    const conversations = [
      { from: 'human', value: 'Weather?' },
      { from: 'function_call', value: '{"name":"weather"}' },
      { from: 'observation', value: '{"t":9}' },
      { from: 'gpt', value: 'Nine degrees.' },
    ];
    expect(conversationsAdapter.recognises({ conversations: conversations.slice(0, 1) })).toBe(true);
    const { rows } = expand({ system: 'Be brief.', conversations });
    expect(rows.map(({ output }) => output)).toEqual(['{"name":"weather"}', 'Nine degrees.']);
    expect(rows[1]?.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Weather?' },
      { role: 'assistant', content: '{"name":"weather"}' },
      { role: 'tool', content: '{"t":9}' },
    ]);
    expect(rows[1]).not.toHaveProperty('system');
  });

  it('keeps the system column where the turns have a system message of their own', () => {
    const messages = [{ role: 'system', content: 'A' }, user('Hi'), assistant('Hello')];
    const [row] = expand({ system: 'B', messages }).rows;
    expect(row).toMatchObject({ system: 'B', messages: messages.slice(0, 2) });
  });

  it('takes no reply of weight 0, but keeps it as context', () => {
    const messages = [
      user('Hi'),
      assistant('No', { weight: 0 }),
      user('Again'),
      assistant('Yes', { weight: 1 }),
    ];
    const { rows, skipped } = expand({ messages });
    expect(skipped).toEqual(['a reply with weight 0']);
    expect(rows).toMatchObject([{ output: 'Yes', turn: 2 }]);
    expect(rows[0]?.messages).toHaveLength(3);
  });

  it('keeps a turn’s own fields, its tool calls and its time', () => {
    const calls = [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }];
    const messages = [
      user('Hi'),
      {
        role: 'assistant',
        content: null,
        tool_calls: calls,
        timestamp: '2026-01-02T03:04:05Z',
        toxic: false,
      },
    ];
    expect(expand({ messages }).rows).toMatchObject([
      { output: '', tool_calls: calls, created_at: '2026-01-02T03:04:05Z', turn_fields: { toxic: false } },
    ]);
  });

  it('says of a conversation without a reply that it has none', () => {
    expect(expand({ messages: [user('Hi')] })).toEqual({
      rows: [],
      skipped: ['a conversation without a reply of the assistant'],
    });
  });

  it('leaves out the oldest turns of a long conversation, and says how many', () => {
    const turns = Array.from({ length: 150 }, (_, at) => [user(`q${at}`), assistant(`a${at}`)]).flat();
    const { rows } = expand({ messages: [{ role: 'system', content: 'S' }, ...turns] });
    expect(rows).toHaveLength(150);
    const messages = rows.at(-1)?.messages as JsonObject[];
    expect(messages).toHaveLength(201);
    expect(messages[0]).toEqual({ role: 'system', content: 'S' });
    expect(rows.at(-1)).toMatchObject({ earlier_messages_left_out: 99 });
  });

  it.each<[string, JsonObject, boolean]>([
    ['two replies', { messages: [user('a'), assistant('b'), user('c'), assistant('d')] }, true],
    ['one reply', { messages: [user('a'), assistant('b')] }, false],
    [
      'a column of its own for the output',
      { messages: [user('a'), assistant('b'), assistant('c')], response: 'd' },
      false,
    ],
    [
      'a column for the edit',
      { messages: [user('a'), assistant('b'), assistant('c')], corrected: 'd' },
      false,
    ],
    [
      'a preference',
      { conversations: [{ from: 'human', value: 'a' }], chosen: { from: 'gpt', value: 'b' } },
      false,
    ],
    ['a plain row', { id: 1, input: 'a', output: 'b' }, false],
    ['no turns', { messages: [] }, false],
    ['a list of something else', { messages: ['a', 'b'] }, false],
    ['text', { messages: 'a' }, false],
  ])('recognises only conversations: %s', (_, row, expected) => {
    expect(conversationsAdapter.recognises(row)).toBe(expected);
  });
});
