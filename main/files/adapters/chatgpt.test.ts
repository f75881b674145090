import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { chatgptAdapter } from './chatgpt.ts';

function node(id: string, parent: string | null, role: string, text: string, rest: JsonObject = {}) {
  const content = { content_type: 'text', parts: [text] };
  return {
    id,
    parent,
    children: [],
    message: { id: `m-${id}`, author: { role }, content, recipient: 'all', ...rest },
  };
}

function conversation(current: string, ...nodes: readonly ReturnType<typeof node>[]): JsonObject {
  return {
    title: 'Colours',
    conversation_id: 'c1',
    default_model_slug: 'gpt-x',
    current_node: current,
    mapping: Object.fromEntries([
      ['root', { id: 'root', parent: null, children: [], message: null }],
      ...nodes.map((item) => [item.id, item] as const),
    ]),
  };
}

function expand(row: JsonObject) {
  return chatgptAdapter.open().push(row);
}

const asked = node('u1', 'root', 'user', 'Which colour?');

describe('chatgpt', () => {
  it('makes every reply an interaction and marks the one that was redone', () => {
    const metadata = { model_slug: 'gpt-y', finish_details: { type: 'stop' } };
    const row = conversation(
      'a3',
      asked,
      node('a1', 'u1', 'assistant', 'Red.', { create_time: 1_700_000_000.5, metadata }),
      node('a2', 'u1', 'assistant', 'Green.'),
      node('u2', 'a2', 'user', 'Why?'),
      node('a3', 'u2', 'assistant', 'It grows.'),
    );
    expect(chatgptAdapter.recognises(row)).toBe(true);
    const { rows, skipped } = expand(row);
    expect(skipped).toEqual([]);
    const prompt = { role: 'user', content: 'Which colour?' };
    expect(rows).toEqual([
      {
        output: 'Red.',
        messages: [prompt],
        external_id: 'm-a1',
        keys: ['a1'],
        session: 'c1',
        model: 'gpt-y',
        created_at: 1_700_000_000.5,
        signals: [{ kind: 'implicit', name: 'action', value: 'regenerated' }],
        title: 'Colours',
        metadata: { finish_details: { type: 'stop' } },
        branch: 'other',
      },
      expect.objectContaining({ output: 'Green.', messages: [prompt], model: 'gpt-x', branch: 'current' }),
      expect.objectContaining({
        output: 'It grows.',
        messages: [prompt, { role: 'assistant', content: 'Green.' }, { role: 'user', content: 'Why?' }],
        branch: 'current',
      }),
    ]);
    expect(rows[1]?.signals ?? []).toEqual([]);
  });

  it('marks nothing as redone where the prompt was rewritten', () => {
    const row = conversation(
      'a2',
      asked,
      node('a1', 'u1', 'assistant', 'Red.'),
      node('u2', 'root', 'user', 'Which colour is grass?'),
      node('a2', 'u2', 'assistant', 'Green.'),
    );
    const { rows } = expand(row);
    expect(rows.map(({ output, branch, signals }) => [output, branch, signals ?? []])).toEqual([
      ['Red.', 'other', []],
      ['Green.', 'current', []],
    ]);
  });

  it('takes calls of tools as context, and no reasoning', () => {
    const row = conversation(
      'a3',
      asked,
      node('t', 'u1', 'assistant', '', { content: { content_type: 'thoughts', thoughts: [] } }),
      node('a1', 't', 'assistant', '', {
        content: { content_type: 'code', text: 'look()' },
        recipient: 'browser',
      }),
      node('r', 'a1', 'tool', 'found', { author: { role: 'tool', name: 'browser' } }),
      node('a3', 'r', 'assistant', 'Red.'),
    );
    const { rows, skipped } = expand(row);
    expect(skipped).toEqual(['reasoning before a reply', 'a call of a tool']);
    expect(rows).toMatchObject([
      {
        output: 'Red.',
        messages: [
          { role: 'user' },
          { role: 'assistant', tool_calls: [{ function: { name: 'browser', arguments: 'look()' } }] },
          { role: 'tool', content: 'found', name: 'browser' },
        ],
      },
    ]);
  });

  it('takes everything as current where the file names no current node', () => {
    const row = conversation('gone', asked, node('a1', 'u1', 'assistant', 'Red.'));
    expect(expand(row).rows).toMatchObject([{ branch: 'current' }]);
  });

  it('loses no reply of a mapping that goes in a circle', () => {
    const row = conversation('a1', node('u1', 'a1', 'user', 'Hi'), node('a1', 'u1', 'assistant', 'Hello'));
    expect(expand(row).rows).toMatchObject([{ output: 'Hello' }]);
    const own = conversation('a1', node('a1', 'a1', 'assistant', 'Hello'));
    expect(expand(own).rows).toMatchObject([{ output: 'Hello' }]);
  });

  it('reads node ids that are names of every object', () => {
    const row = conversation(
      '__proto__',
      node('constructor', null, 'user', 'Hi'),
      node('__proto__', 'constructor', 'assistant', 'Hello'),
    );
    expect(expand(row).rows).toMatchObject([{ output: 'Hello', messages: [{ content: 'Hi' }] }]);
  });

  it('does not recognise other rows with a mapping', () => {
    expect(chatgptAdapter.recognises({ mapping: { a: { b: 1 } }, create_time: 1 })).toBe(false);
    expect(chatgptAdapter.recognises({ mapping: [], current_node: 'a' })).toBe(false);
    expect(chatgptAdapter.recognises({ id: 1, input: 'a', output: 'b' })).toBe(false);
  });
});
