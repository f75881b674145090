import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import { readWhole } from '../test-files.ts';
import { arrivingMapping } from './arriving-mapping.ts';
import { httpCallsAdapter } from './http-calls.ts';

const openai = {
  url: 'https://api.openai.com/v1/chat/completions',
  started_at: '2026-01-02T03:04:05Z',
  duration_ms: 953,
  status: 200,
  request: {
    model: 'gpt',
    user: 'u1',
    temperature: 0.5,
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Hi' },
          { type: 'image_url', image_url: { url: 'x' } },
        ],
      },
    ],
  },
  response: {
    id: 'c1',
    object: 'chat.completion',
    created: 1_755_182_715,
    model: 'gpt-0125',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' } }],
  },
} satisfies JsonObject;

const anthropic = {
  request: {
    model: 'claude',
    system: [{ type: 'text', text: 'Be kind.' }],
    metadata: { user_id: 'u2', team: 'x' },
    messages: [
      { role: 'user', content: 'Weather?' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Looking.' },
          { type: 'tool_use', id: 't', name: 'w', input: {} },
        ],
      },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 't', content: [{ type: 'text', text: 'sun' }] }],
      },
    ],
  },
  response: {
    id: 'm1',
    type: 'message',
    role: 'assistant',
    model: 'claude',
    content: [{ type: 'text', text: 'Sunny.' }],
  },
} satisfies JsonObject;

function expand(row: JsonObject) {
  return httpCallsAdapter.open().push(row);
}

describe('http-calls', () => {
  it('reads request and response of OpenAI', () => {
    expect(httpCallsAdapter.recognises(openai)).toBe(true);
    expect(expand(openai).rows).toEqual([
      {
        output: 'Hello.',
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'Hi' },
        ],
        external_id: 'c1',
        user: 'u1',
        model: 'gpt-0125',
        request_model: 'gpt',
        temperature: 0.5,
        created_at: '2026-01-02T03:04:05Z',
        url: openai.url,
        status: 200,
        signals: [{ kind: 'implicit', name: 'latency_ms', value: 953, unit: 'ms' }],
      },
    ]);
  });

  it('reads request and response of Anthropic, with tool results as turns of the tool', () => {
    expect(expand(anthropic).rows).toEqual([
      {
        output: 'Sunny.',
        messages: [
          { role: 'system', content: 'Be kind.' },
          { role: 'user', content: 'Weather?' },
          {
            role: 'assistant',
            content: 'Looking.',
            tool_calls: [{ id: 't', type: 'function', function: { name: 'w', arguments: '{}' } }],
          },
          { role: 'tool', content: 'sun', tool_call_id: 't' },
        ],
        external_id: 'm1',
        user: 'u2',
        model: 'claude',
        metadata: { team: 'x' },
      },
    ]);
  });

  it('reads bodies as JSON text, inside recorded requests, and HAR entries', () => {
    const inside = {
      request: { method: 'POST', url: openai.url, body: JSON.stringify(openai.request) },
      response: { status: 200, body: openai.response },
    };
    const base64 = Buffer.from(JSON.stringify(openai.response)).toString('base64');
    const entry = {
      startedDateTime: '2026-01-02T03:04:05Z',
      time: 12.5,
      request: { method: 'POST', url: openai.url, postData: { text: JSON.stringify(openai.request) } },
      response: { status: 200, content: { text: base64, encoding: 'base64' } },
    };
    const har = {
      log: { entries: [entry, { request: { url: 'https://x.test/' }, response: { status: 404 } }] },
    };
    expect([inside, entry, har].map((row) => httpCallsAdapter.recognises(row))).toEqual([true, true, true]);
    for (const row of [inside, entry, har])
      expect(expand(row).rows).toMatchObject([{ output: 'Hello.', external_id: 'c1', user: 'u1' }]);
    expect(expand(har).skipped).toEqual(['a call that failed']);
    expect(expand(entry).rows[0]?.signals).toMatchObject([{ name: 'latency_ms', value: 12.5 }]);
  });

  it('skips calls that failed and calls that write no text', () => {
    expect(expand({ ...openai, status: 429, response: { error: { message: 'no' } } }).skipped).toEqual([
      'a call that failed',
    ]);
    expect(expand({ ...openai, response: { object: 'list', data: [] } }).skipped).toEqual([
      'a call that brought no answer of an AI',
    ]);
  });

  it('does not take plain rows, and reads any row without throwing', () => {
    expect(httpCallsAdapter.recognises({ request: 'Hi', response: 'Hello' })).toBe(false);
    expect(httpCallsAdapter.recognises({ request: { prompt: 'Hi' }, response: { text: 'x' } })).toBe(false);
    const broken: JsonObject[] = [
      { request: null, response: null },
      { request: [], response: [{}] },
      { log: { entries: [null, 1] } },
      { log: 1 },
      { ...openai, request: { messages: [1, null, [], { role: 'user', content: { a: { b: 1 } } }] } },
    ];
    for (const row of broken) expect(() => [httpCallsAdapter.recognises(row), expand(row)]).not.toThrow();
    expect(expand(broken[4] ?? {}).rows[0]?.messages).toContainEqual({
      role: 'user',
      content: '{"a":{"b":1}}',
    });
  });
});

const file = '../shared/data/tool-exports/provider-http-calls/provider-http-calls.jsonl';

describe.skipIf(!existsSync(file))('recorded calls (skipped where ../shared/data is absent)', () => {
  it('reads and maps every call', async () => {
    const { rows } = await readWhole(file);
    expect(rows.map(({ value }) => httpCallsAdapter.recognises(value))).toEqual(rows.map(() => true));
    const found = rows.map(({ value }) => expand(value));
    expect(found.flatMap(({ skipped }) => skipped)).toEqual([]);
    const calls = found.flatMap((expansion) => expansion.rows);
    expect(calls).toHaveLength(9);
    const mapper = compileMapping(arrivingMapping);
    for (const call of calls) {
      const mapped = mapper.ok ? mapper.value(call) : mapper;
      expect(mapped.ok).toBe(true);
      expect(call.messages).not.toHaveLength(0);
      expect(call.output === '').toBe('tool_calls' in call);
      expect(call.signals?.some(({ name }) => name === 'latency_ms')).toBe(true);
    }
    expect(calls.filter((call) => 'tool_calls' in call)).toHaveLength(1);
  });
});
