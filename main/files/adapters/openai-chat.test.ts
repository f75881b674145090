import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { openaiChatAdapter } from './openai-chat.ts';

const body = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_755_182_715,
  model: 'gpt-x',
  choices: [
    { index: 0, message: { role: 'assistant', content: 'Hello.', refusal: null }, finish_reason: 'stop' },
    { index: 1, message: { role: 'assistant', content: 'Hi.' }, finish_reason: 'stop' },
  ],
  usage: {
    prompt_tokens: 5,
    completion_tokens: 2,
    total_tokens: 7,
    prompt_tokens_details: { cached_tokens: 1 },
  },
  service_tier: 'default',
} satisfies JsonObject;

function expand(row: JsonObject) {
  return openaiChatAdapter.open().push(row);
}

function chunk(delta: JsonObject, rest: JsonObject = {}) {
  return `data: ${JSON.stringify({
    id: 's1',
    object: 'chat.completion.chunk',
    created: 1_755_182_716,
    model: 'gpt-x',
    choices: [{ index: 0, delta, ...rest }],
  })}\n\n`;
}

function call(part: JsonObject) {
  return { tool_calls: [{ index: 0, ...part }] };
}

describe('openai-chat', () => {
  it('reads an answer and keeps what it cannot place', () => {
    expect(openaiChatAdapter.recognises(body)).toBe(true);
    const { rows, skipped } = expand(body);
    expect(skipped).toEqual([]);
    expect(rows).toEqual([
      {
        output: 'Hello.',
        external_id: 'chatcmpl-1',
        model: 'gpt-x',
        created_at: 1_755_182_715,
        finish_reason: 'stop',
        service_tier: 'default',
        other_choices: [body.choices[1]],
        usage: { prompt_tokens_details: { cached_tokens: 1 } },
        signals: [
          { kind: 'implicit', name: 'prompt_tokens', value: 5, unit: 'tokens' },
          { kind: 'implicit', name: 'completion_tokens', value: 2, unit: 'tokens' },
          { kind: 'implicit', name: 'total_tokens', value: 7, unit: 'tokens' },
        ],
      },
    ]);
  });

  it('reads an answer that only calls a tool as empty text with the calls beside it', () => {
    const tool_calls = [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{}' } }];
    const choices = [{ message: { role: 'assistant', content: null, tool_calls } }];
    expect(expand({ ...body, choices }).rows[0]).toMatchObject({ output: '', tool_calls });
  });

  it('reads list objects, refusals, reasoning, completions and messages that a log added', () => {
    const list = {
      object: 'list',
      data: [
        { ...body, choices: [{ message: { role: 'assistant', content: null, refusal: 'No.' } }] },
        { ...body, choices: [{ message: { role: 'assistant', content: 'A', reasoning_content: 'B' } }] },
        { id: 'x', object: 'text_completion', model: 'm', choices: [{ text: 'tail' }] },
        { ...body, messages: [{ role: 'user', content: [{ type: 'text', text: 'Hey' }] }] },
        { object: 'embedding' },
      ],
    };
    expect(openaiChatAdapter.recognises(list)).toBe(true);
    const { rows, skipped } = expand(list);
    expect(rows.map((row) => row.output)).toEqual(['No.', 'A', 'tail', 'Hello.']);
    expect(rows[1]).toMatchObject({ reasoning: 'B' });
    expect(rows[3]).toMatchObject({ messages: [{ role: 'user', content: 'Hey' }] });
    expect(skipped).toEqual(['a call that brought no answer of an AI']);
  });

  it('reads results of a batch under their ids and skips failed ones', () => {
    const good = {
      id: 'batch_req_1',
      custom_id: 'mine-1',
      response: { status_code: 200, request_id: 'r1', body },
      error: null,
    };
    expect(openaiChatAdapter.recognises(good)).toBe(true);
    expect(expand(good).rows[0]).toMatchObject({
      external_id: 'chatcmpl-1',
      keys: ['mine-1', 'batch_req_1', 'r1'],
      custom_id: 'mine-1',
    });
    const bad = { ...good, response: { status_code: 429, body: { error: { message: 'slow down' } } } };
    expect(openaiChatAdapter.recognises(bad)).toBe(true);
    expect(expand(bad)).toEqual({ rows: [], skipped: ['a call that failed'] });
  });

  it('joins a recorded event stream', () => {
    const stream = [
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: 'Wh' }),
      chunk({ content: 'y?' }),
      chunk(call({ id: 'c', function: { name: 'f', arguments: '{"a"' } })),
      chunk(call({ function: { arguments: ':1}' } })),
      chunk({}, { finish_reason: 'stop' }),
      'data: {"object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":3}}\n\ndata: [DONE]\n\n',
    ].join('');
    const row = { status: 200, headers: { 'content-type': 'text/event-stream' }, body: stream };
    expect(openaiChatAdapter.recognises(row)).toBe(true);
    expect(expand(row).rows).toMatchObject([
      {
        output: 'Why?',
        external_id: 's1',
        finish_reason: 'stop',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }],
        signals: [{ name: 'prompt_tokens', value: 3 }],
      },
    ]);
  });

  it('does not take plain rows, and reads any row without throwing', () => {
    expect(openaiChatAdapter.recognises({ id: 'a', input: 'b', output: 'c' })).toBe(false);
    expect(openaiChatAdapter.recognises({ messages: [{ role: 'user', content: 'x' }] })).toBe(false);
    const broken: JsonObject[] = [
      { object: 'chat.completion', choices: 'none' },
      { object: 'chat.completion', choices: [null, 3, { message: 'x' }], usage: [], created: 0, id: {} },
      { object: 'list', data: [null, 1] },
      { custom_id: 'x', response: null, error: {} },
      { status: 'x', body: 'data: {broken' },
      JSON.parse('{"__proto__": {"object": "chat.completion"}, "constructor": 1}'),
    ];
    for (const row of broken) expect(() => [openaiChatAdapter.recognises(row), expand(row)]).not.toThrow();
    expect(expand(broken[1] ?? {}).rows).toHaveLength(1);
  });
});
