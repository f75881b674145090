import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { Expansion } from '../adapter.ts';
import { createCallWindow, type WindowLimits } from './call-window.ts';
import { openRow } from './open-row.ts';
import { otlpAdapter } from './otlp.ts';
import { logEntry, logs, readAll, span, traces } from './test-spans.ts';

const chat = { 'gen_ai.operation.name': 'chat', 'gen_ai.response.id': 'r-1' };
const question = logEntry('1', 1, 'gen_ai.user.message', { content: 'Hello?' });
const choice = logEntry('1', 2, 'gen_ai.choice', {
  index: 0,
  finish_reason: 'stop',
  message: { role: 'assistant', content: 'Hi.' },
});
const evaluation = logEntry('9', 3, 'gen_ai.evaluation.result', null, {
  'gen_ai.evaluation.name': 'helpful',
  'gen_ai.evaluation.score.value': 1,
  'gen_ai.response.id': 'r-1',
});

describe('joining', () => {
  it('puts the messages of a log file together, whatever their order and lines', () => {
    const system = logEntry('1', 0, 'gen_ai.system.message', 'Be short.', { 'gen_ai.system': 'openai' });
    const { rows, skipped } = readAll(otlpAdapter, [logs(choice), logs(question, system)]);
    expect(skipped).toEqual([]);
    expect(rows).toMatchObject([
      {
        output: 'Hi.',
        finish_reason: 'stop',
        messages: [
          { role: 'system', content: 'Be short.' },
          { role: 'user', content: 'Hello?' },
        ],
        external_id: '1'.repeat(16),
        keys: ['a'.repeat(32)],
        created_at: '2025-12-17T19:33:20.000Z',
        'gen_ai.system': 'openai',
      },
    ]);
  });

  it('keeps several choices, takes the first by index', () => {
    const second = logEntry('1', 1, 'gen_ai.choice', { index: 1, message: { content: 'Other.' } });
    const { rows } = readAll(otlpAdapter, [logs(second, choice)]);
    expect(rows[0]?.output).toBe('Hi.');
    expect(rows[0]?.['events']).toHaveLength(2);
  });

  it('reads an event that holds a whole call', () => {
    const details = logEntry('1', 1, 'gen_ai.client.inference.operation.details', null, {
      'gen_ai.operation.name': 'chat',
      'gen_ai.input.messages': [{ role: 'user', parts: [{ type: 'text', content: 'Hello?' }] }],
      'gen_ai.output.messages': [{ role: 'assistant', parts: [{ type: 'text', content: 'Hi.' }] }],
      'gen_ai.usage.input_tokens': 4,
    });
    expect(readAll(otlpAdapter, [logs(details)]).rows).toMatchObject([
      {
        output: 'Hi.',
        messages: [{ role: 'user', content: 'Hello?' }],
        signals: [{ name: 'prompt_tokens', value: 4 }],
      },
    ]);
  });

  it('joins log entries and evaluations to the span, and names evaluations without a call', () => {
    const lost = logEntry('8', 3, 'gen_ai.evaluation.result', null, { 'gen_ai.evaluation.score.value': 0 });
    const { rows, skipped } = readAll(otlpAdapter, [
      logs(evaluation, question, lost),
      traces(span('1', chat)),
      logs(choice),
    ]);
    expect(rows).toMatchObject([
      { output: 'Hi.', signals: [{ name: 'latency_ms' }, { name: 'helpful', value: 1 }] },
    ]);
    expect(skipped).toEqual(['an evaluation of a call that is not in the file']);
  });

  it('keeps a span around calls where it was judged', () => {
    const output = { 'openinference.span.kind': 'CHAIN', 'output.value': 'Hi.' };
    const judged = { 'annotations.0.annotation.name': 'thumbs', 'annotations.0.annotation.score': 1 };
    const inner = span('1', { ...chat, 'gen_ai.completion': 'Hi.' });
    expect(readAll(otlpAdapter, [traces(inner, span('2', output))]).rows).toHaveLength(1);
    expect(readAll(otlpAdapter, [traces(inner, span('2', { ...output, ...judged }))]).rows).toHaveLength(2);
  });

  it('loses no span whose id comes twice', () => {
    const one = span('1', { ...chat, 'gen_ai.completion': 'One.' });
    const two = span('1', { ...chat, 'gen_ai.completion': 'Two.' });
    expect(readAll(otlpAdapter, [traces(one, two)]).rows.map(({ output }) => output)).toEqual([
      'One.',
      'Two.',
    ]);
  });
});

function answer(digit: string, text: string): JsonObject {
  return traces(span(digit, { 'gen_ai.operation.name': 'chat', 'gen_ai.completion': text }));
}

describe('bounds', () => {
  const limits: WindowLimits = { heldChars: 5000, heldCalls: 3, traces: 10, evaluations: 2 };
  const push = (rows: readonly JsonObject[]): { readonly before: Expansion; readonly end: Expansion } => {
    const calls = createCallWindow(limits);
    const parts = rows.map((row) => {
      const { spans, events } = openRow(row);
      for (const each of spans) calls.addSpan(each);
      for (const each of events) calls.addEvent(each);
      return calls.take(false);
    });
    const before = {
      rows: parts.flatMap((part) => part.rows),
      skipped: parts.flatMap((part) => part.skipped),
    };
    return { before, end: calls.take(true) };
  };
  it('gives out the oldest calls when more than the limit are held, in order and all of them', () => {
    const { before, end } = push(['1', '2', '3', '4', '5'].map((digit) => answer(digit, digit)));
    expect(before.rows.map(({ output }) => output)).toEqual(['1', '2']);
    expect(end.rows.map(({ output }) => output)).toEqual(['3', '4', '5']);
  });

  it('counts long texts', () => {
    const { before } = push([answer('1', 'a'.repeat(4000)), answer('2', 'b'.repeat(4000))]);
    expect(before.rows.map(({ external_id: id }) => id)).toEqual(['1'.repeat(16)]);
  });

  it('holds so many evaluations and names the others', () => {
    const { before, end } = push([logs(evaluation, evaluation, evaluation)]);
    expect([before.skipped.length, end.skipped.length]).toEqual([1, 2]);
  });
});

describe('any row at all', () => {
  const odd: readonly Json[] = [
    null,
    1,
    -0,
    '',
    'x',
    '[{',
    true,
    [],
    {},
    [[]],
    [null],
    { values: 3 },
    '__proto__',
    { role: 5, parts: 'x', content: { a: [1] } },
    [{ type: 'text' }, { type: 'tool_call' }, 'loose', 4],
    [{ key: '__proto__', value: { stringValue: 'x' } }, { key: 'constructor', value: {} }, { key: 3 }],
    JSON.parse('{"__proto__": {"a": 1}, "constructor": [], "values": [{"key": "k"}]}') as Json,
    { kvlistValue: { values: [{ key: 'content', value: { arrayValue: { values: [{ intValue: 'x' }] } } }] } },
  ];
  const keys = [
    'gen_ai.input.messages',
    'gen_ai.output.messages',
    'gen_ai.system_instructions',
    'gen_ai.completion',
    'gen_ai.prompt',
    'gen_ai.prompt.0',
    'gen_ai.prompt.0.role.x',
    'gen_ai.prompt.0.content',
    'ai.prompt',
    'llm.output_messages.0.message',
    'llm.output_messages.0.message.content',
    'output.value',
    'input.value',
    'annotations.0.annotation',
    'annotations.0.annotation.name',
    'ai.operationId',
    'gen_ai.usage.cost',
    'openinference.span.kind',
    'gen_ai.response.id',
    'session.id',
    'ai.response.text',
    '__proto__',
  ];

  it('gives a row or a reason for every span, whatever an attribute or a field holds', () => {
    let spans = 0;
    for (const value of odd) {
      for (const key of keys) {
        for (const form of [value, JSON.stringify(value)]) {
          const attributes = [
            { key: 'gen_ai.operation.name', value: { stringValue: 'chat' } },
            { key, value: { stringValue: form } },
          ];
          const { rows, skipped } = readAll(otlpAdapter, [traces(span('1', {}, { attributes }))]);
          expect(rows.length + skipped.length).toBeGreaterThan(0);
          spans += 1;
        }
      }
      for (const field of [
        'traceId',
        'spanId',
        'name',
        'attributes',
        'events',
        'startTimeUnixNano',
        'status',
      ])
        expect(() => readAll(otlpAdapter, [traces(span('1', {}, { [field]: value }))])).not.toThrow();
      for (const field of ['resourceSpans', 'scopeSpans', 'resourceLogs', 'scopeLogs', 'attributes'])
        expect(() => readAll(otlpAdapter, [{ name: 'x', [field]: value }])).not.toThrow();
      expect(() => readAll(otlpAdapter, [logs(logEntry('1', 1, 'gen_ai.choice', value))])).not.toThrow();
      expect(() => readAll(otlpAdapter, [logs({ body: value, eventName: 'gen_ai.choice' })])).not.toThrow();
    }
    expect(spans).toBe(odd.length * keys.length * 2);
  });

  it('does not overflow on deep values or long names', () => {
    const levels = 20_000;
    let nested: Json = 'x';
    for (let level = 0; level < levels; level += 1) nested = { arrayValue: { values: [nested] } };
    const text = `${'[{"content":'.repeat(levels)}1${'}]'.repeat(levels)}`;
    const attributes = [
      { key: 'gen_ai.operation.name', value: { stringValue: 'chat' } },
      { key: 'gen_ai.input.messages', value: nested },
      { key: 'gen_ai.output.messages', value: { stringValue: text } },
      { key: `gen_ai.prompt.0${'.0'.repeat(levels)}`, value: { stringValue: 'x' } },
      { key: 'gen_ai.completion', value: { stringValue: text } },
    ];
    expect(readAll(otlpAdapter, [traces(span('1', {}, { attributes }))]).rows).toHaveLength(1);
  });
});
