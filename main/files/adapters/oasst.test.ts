import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { oasstAdapter } from './oasst.ts';

const first: JsonObject = {
  message_id: 'a1',
  parent_id: 'p1',
  role: 'assistant',
  text: 'Red.',
  lang: 'en',
  rank: 0,
  synthetic: false,
  emojis: { '+1': 2, '-1': 1, _skip_reply: 3 },
  labels: { quality: { value: 0.75, count: 3 }, spam: { value: 0, count: 3 } },
  created_date: '2023-01-05T10:24:24.271193+00:00',
  replies: [
    {
      message_id: 'p2',
      role: 'prompter',
      text: 'And the sky?',
      replies: [{ message_id: 'a3', role: 'assistant', text: 'Blue.', model_name: 'm', replies: [] }],
    },
  ],
};
const second: JsonObject = { message_id: 'a2', role: 'assistant', text: 'Green.', rank: 1, replies: [] };

function tree(...replies: readonly JsonObject[]): JsonObject {
  return {
    message_tree_id: 't1',
    tree_state: 'ready_for_export',
    prompt: { message_id: 'p1', role: 'prompter', text: 'Which colour?', replies },
  };
}

function expand(row: JsonObject) {
  return oasstAdapter.open().push(row);
}

function signal(name: string, value: number) {
  return { kind: 'explicit', name, value, origin: 'human' };
}

describe('oasst', () => {
  it('makes every reply an interaction; replies to one prompt share it', () => {
    expect(oasstAdapter.recognises(tree(first, second))).toBe(true);
    const { rows, skipped } = expand(tree(first, second));
    expect(skipped).toEqual([]);
    const prompt = { role: 'user', content: 'Which colour?' };
    expect(
      rows.map(({ output, external_id, session, messages }) => [output, external_id, session, messages]),
    ).toEqual([
      ['Red.', 'a1', 't1', [prompt]],
      [
        'Blue.',
        'a3',
        't1',
        [prompt, { role: 'assistant', content: 'Red.' }, { role: 'user', content: 'And the sky?' }],
      ],
      ['Green.', 'a2', 't1', [prompt]],
    ]);
    expect(rows[1]?.model).toBe('m');
  });

  it('makes ranks, labels and emojis signals, and keeps the rest', () => {
    const [row] = expand(tree(first)).rows;
    expect(row?.signals).toEqual([
      signal('rank', 0),
      signal('quality', 0.75),
      signal('spam', 0),
      signal('emoji_thumbs_up', 2),
      signal('emoji_thumbs_down', 1),
      signal('emoji_skip_reply', 3),
    ]);
    expect(row).toMatchObject({
      tree_state: 'ready_for_export',
      parent_id: 'p1',
      lang: 'en',
      label_counts: { quality: 3, spam: 3 },
      created_at: '2023-01-05T10:24:24.271193+00:00',
    });
  });

  it('reads labels in three lists', () => {
    const labels = { name: ['quality', 'toxicity'], value: [0.5, 0], count: [2, 1] };
    const [row] = expand(tree({ ...second, labels })).rows;
    expect(row).toMatchObject({ label_counts: { quality: 2, toxicity: 1 } });
    expect(row?.signals).toEqual([signal('rank', 1), signal('quality', 0.5), signal('toxicity', 0)]);
  });

  it('takes no deleted reply, and says of a tree without replies that it has none', () => {
    expect(expand(tree({ ...second, deleted: true }))).toEqual({ rows: [], skipped: ['a deleted reply'] });
    expect(expand(tree())).toEqual({ rows: [], skipped: ['a tree without a reply of the assistant'] });
  });

  it('goes down any depth', () => {
    let node: JsonObject = { role: 'assistant', text: 'end', replies: [] };
    for (let depth = 0; depth < 20_000; depth += 1) node = { role: 'prompter', text: 'on', replies: [node] };
    const { rows } = expand(tree(node));
    expect(rows).toMatchObject([{ output: 'end', earlier_messages_left_out: 19_801 }]);
  });

  it.each<[string, JsonObject]>([
    ['a plain row', { id: 1, input: 'a', output: 'b' }],
    ['a tree without a prompt', { message_tree_id: 't', prompt: 'text' }],
  ])('does not recognise %s', (_, row) => {
    expect(oasstAdapter.recognises(row)).toBe(false);
  });
});
