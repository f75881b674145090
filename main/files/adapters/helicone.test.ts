import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import type { Expansion } from './adapter.ts';
import { heliconeAdapter } from './helicone.ts';

function expand(row: JsonObject): Expansion {
  return heliconeAdapter.open().push(row);
}

const request = {
  request_id: 'req-1',
  request_created_at: '2026-01-02 10:00:00.000',
  request_path: '/v1/chat/completions',
  request_user_id: 'u',
  request_properties: { 'Helicone-Session-Id': 's', 'Helicone-Prompt-Id': 'p', plan: 'pro' },
  request_body: { model: 'gpt-4o', messages: [{ role: 'user', content: 'hi' }], temperature: 0 },
  request_model: 'gpt-4o',
  response_id: 'res-1',
  response_status: 200,
  response_model: 'gpt-4o-2024',
  response_body: { choices: [{ message: { role: 'assistant', content: 'Hello!' }, finish_reason: 'stop' }] },
  provider: 'OPENAI',
  delay_ms: 812,
  time_to_first_token: 120,
  prompt_tokens: 4,
  completion_tokens: 2,
  total_tokens: 6,
  scores: { accuracy: 90, empty: null },
  feedback: { rating: true },
};

describe('helicone', () => {
  it('makes an interaction of a request with its bodies', () => {
    expect(heliconeAdapter.recognises(request)).toBe(true);
    const [row] = expand(request).rows;
    expect(row).toMatchObject({
      output: 'Hello!',
      messages: [{ role: 'user', content: 'hi' }],
      external_id: 'req-1',
      keys: ['res-1'],
      session: 's',
      user: 'u',
      model: 'gpt-4o-2024',
      prompt_version: 'p',
      created_at: request.request_created_at,
      provider: 'OPENAI',
      input_details: { model: 'gpt-4o', temperature: 0 },
    });
    expect(row?.signals?.map(({ name, value, origin }) => [name, value, origin])).toEqual([
      ['latency_ms', 812, undefined],
      ['time_to_first_token_ms', 120, undefined],
      ['prompt_tokens', 4, undefined],
      ['completion_tokens', 2, undefined],
      ['total_tokens', 6, undefined],
      ['thumbs', true, 'human'],
      ['accuracy', 90, null],
    ]);
  });

  it('reads bodies of other providers', () => {
    const anthropic = {
      ...request,
      request_body: {
        system: 'Be kind.',
        messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
      },
      response_body: {
        type: 'message',
        role: 'assistant',
        content: [{ type: 'text', text: 'Hey' }],
        usage: {},
      },
    };
    expect(expand(anthropic).rows[0]).toMatchObject({
      output: 'Hey',
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'hi' },
      ],
    });
    const gemini = {
      ...request,
      request_body: {
        contents: [{ role: 'user', parts: [{ text: 'hi' }] }],
        systemInstruction: { parts: [{ text: 'Kind' }] },
      },
      response_body: { candidates: [{ content: { role: 'model', parts: [{ text: 'Yo' }] } }] },
    };
    expect(expand(gemini).rows[0]).toMatchObject({
      output: 'Yo',
      messages: [
        { role: 'system', content: 'Kind' },
        { role: 'user', content: 'hi' },
      ],
    });
    const streamed = ['Hel', 'lo'].map(
      (content) =>
        `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`,
    );
    expect(
      expand({ ...request, response_body: `${streamed.join('')}data: [DONE]\n\n` }).rows[0]?.output,
    ).toBe('Hello');
  });

  it('reads the cells of a table', () => {
    const cells = Object.fromEntries(
      Object.entries(request).map(([name, value]) => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]),
    );
    expect(expand({ ...cells, feedback: 'false' }).rows[0]).toMatchObject({ output: 'Hello!', session: 's' });
    expect(expand({ ...cells, feedback: 'false' }).rows[0]?.signals).toContainEqual({
      kind: 'explicit',
      name: 'thumbs',
      value: false,
      at: null,
      origin: 'human',
    });
  });

  it('says why a request is no interaction', () => {
    const reasons = [
      { ...request, request_body: null, response_body: null },
      { ...request, response_status: 500 },
      { ...request, response_body: {} },
      { ...request, request_path: '/v1/embeddings' },
    ].flatMap((row) => expand(row).skipped);
    expect(reasons).toEqual([
      'a request exported without its body; export with --include-body',
      'a request that failed',
      'a request without an answer',
      'a request for embeddings',
    ]);
  });

  it('does not take rows that are not its own, and survives fields of any type', () => {
    expect(heliconeAdapter.recognises({ request_id: '1', request: {}, response: {} })).toBe(false);
    const odd = { ...request, request_body: [[]], request_properties: 'x', scores: [1], feedback: [] };
    expect(expand(odd).rows[0]?.output).toBe('Hello!');
  });
});
