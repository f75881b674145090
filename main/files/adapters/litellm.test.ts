import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { litellmAdapter } from './litellm.ts';

const payload = {
  id: 'chatcmpl-1',
  trace_id: 'tr1',
  call_type: 'acompletion',
  status: 'success',
  model: 'gpt-4o',
  model_group: 'fast',
  messages: [{ role: 'user', content: 'Hi' }],
  response: { id: 'x', choices: [{ message: { role: 'assistant', content: 'Hello.' } }], usage: {} },
  startTime: 1_755_182_715.25,
  completionStartTime: 1_755_182_715.5,
  endTime: 1_755_182_716.25,
  response_time: 1.0004,
  prompt_tokens: 3,
  completion_tokens: 2,
  total_tokens: 5,
  response_cost: 0.0002,
  end_user: 'u1',
  request_tags: ['prod'],
} satisfies JsonObject;

function expand(row: JsonObject) {
  return litellmAdapter.open().push(row);
}

describe('litellm', () => {
  it('reads a standard logging payload', () => {
    expect(litellmAdapter.recognises(payload)).toBe(true);
    const [row = {}] = expand(payload).rows;
    expect(row).toMatchObject({
      output: 'Hello.',
      messages: [{ role: 'user', content: 'Hi' }],
      external_id: 'chatcmpl-1',
      keys: ['tr1'],
      session: 'tr1',
      user: 'u1',
      model: 'gpt-4o',
      created_at: 1_755_182_715.25,
      model_group: 'fast',
      request_tags: ['prod'],
    });
    expect(row.signals?.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['latency_ms', 1000.4, 'ms'],
      ['time_to_first_token_ms', 250, 'ms'],
      ['prompt_tokens', 3, 'tokens'],
      ['completion_tokens', 2, 'tokens'],
      ['total_tokens', 5, 'tokens'],
      ['cost_usd', 0.0002, 'USD'],
    ]);
  });

  it('reads a spend log whose conversation is in the request to the proxy', () => {
    const spendLog = {
      request_id: 'r1',
      call_type: 'acompletion',
      model: 'm',
      spend: 0.5,
      startTime: '2026-01-01T00:00:00.000Z',
      endTime: '2026-01-01T00:00:01.500Z',
      completionStartTime: '2026-01-01T00:00:01.500Z',
      messages: {},
      response: '{"choices":[{"message":{"role":"assistant","content":"Yes."}}]}',
      proxy_server_request: '{"messages":[{"role":"user","content":"Sure?"}],"temperature":1}',
      session_id: 's1',
      user: '',
    };
    expect(litellmAdapter.recognises(spendLog)).toBe(true);
    expect(expand(spendLog).rows).toMatchObject([
      {
        output: 'Yes.',
        messages: [{ role: 'user', content: 'Sure?' }],
        external_id: 'r1',
        session: 's1',
        signals: [
          { name: 'latency_ms', value: 1500 },
          { name: 'cost_usd', value: 0.5 },
        ],
      },
    ]);
  });

  it.each([
    ['a call that failed', { status: 'failure', response: {} }],
    ['a call that writes no text', { call_type: 'aembedding' }],
    ['a call whose text was not logged', { response: null }],
    ['a call whose text was not logged', { response: { text: 'redacted-by-litellm' } }],
    [
      'a call whose text was not logged',
      { response: { choices: [{ message: { role: 'assistant', content: 'redacted-by-litellm' } }] } },
    ],
  ])('skips %s', (reason, change) => {
    expect(expand({ ...payload, ...change })).toEqual({ rows: [], skipped: [reason] });
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(litellmAdapter.recognises({ id: '1', messages: [], response: 'x', model: 'm' })).toBe(false);
    const odd = { ...payload, messages: [[[1]]], metadata: 3, startTime: 'never', endTime: {} };
    expect(expand(odd).rows).toMatchObject([{ output: 'Hello.', source_created_at: 'never' }]);
  });
});
