import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { compileMapping } from '../../../../shared/domain/mapping/map-row.ts';
import { arrivingMapping } from '../arriving-mapping.ts';
import { readWhole } from '../../test-files.ts';
import { otlpAdapter, otlpEvaluationsAdapter } from './otlp.ts';
import { logEntry, logs, readAll, span, traces } from './test-spans.ts';

const read = (...rows: readonly JsonObject[]) => readAll(otlpAdapter, rows);
const chat = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'm-1' };
const asked = [{ role: 'user', parts: [{ type: 'text', content: 'Hello?' }] }];
const answered = [{ role: 'assistant', parts: [{ type: 'text', content: 'Hi.' }], finish_reason: 'stop' }];

describe('GenAI conventions', () => {
  it.each([
    ['JSON text', JSON.stringify(asked), JSON.stringify(answered)],
    ['OTLP values', asked, answered],
  ])('reads messages that are %s', (_, input, output) => {
    const row = span('1', {
      ...chat,
      'gen_ai.system_instructions': JSON.stringify([{ type: 'text', content: 'Be short.' }]),
      'gen_ai.input.messages': input,
      'gen_ai.output.messages': output,
      'gen_ai.response.model': 'm-1-may',
      'gen_ai.response.id': 'r-1',
      'gen_ai.conversation.id': 'c-1',
      'user.id': 'u-1',
      'gen_ai.usage.input_tokens': 7,
      'gen_ai.usage.output_tokens': 2,
      'gen_ai.response.time_to_first_chunk': 0.25,
      'gen_ai.request.temperature': 0.5,
    });
    expect(read(traces(row))).toEqual({
      skipped: [],
      rows: [
        {
          output: 'Hi.',
          messages: [
            { role: 'system', content: 'Be short.' },
            { role: 'user', content: 'Hello?' },
          ],
          external_id: '1'.repeat(16),
          keys: ['a'.repeat(32), 'r-1'],
          session: 'c-1',
          user: 'u-1',
          model: 'm-1-may',
          created_at: '2025-12-17T19:33:20.000Z',
          signals: [
            { kind: 'implicit', name: 'latency_ms', value: 1234.5, unit: 'ms' },
            { kind: 'implicit', name: 'prompt_tokens', value: 7, unit: 'tokens' },
            { kind: 'implicit', name: 'completion_tokens', value: 2, unit: 'tokens' },
            { kind: 'implicit', name: 'time_to_first_token_ms', value: 250, unit: 'ms' },
          ],
          finish_reason: 'stop',
          'gen_ai.operation.name': 'chat',
          'gen_ai.request.model': 'm-1',
          'gen_ai.request.temperature': 0.5,
          name: 'chat some-model',
          kind: 3,
          resource: { 'service.name': 'shop' },
          scope: { name: 'tracer' },
        },
      ],
    });
  });

  it('keeps tool calls and their results as messages, and an output that is more than text whole', () => {
    const call = { type: 'tool_call', id: 't1', name: 'find', arguments: { q: 1 } };
    const input = [
      ...asked,
      { role: 'assistant', parts: [call] },
      { role: 'tool', parts: [{ type: 'tool_call_response', id: 't1', result: { hits: 3 } }] },
    ];
    const output = JSON.stringify([{ role: 'assistant', parts: [call], finish_reason: 'tool_call' }]);
    const { rows } = read(
      traces(span('1', { ...chat, 'gen_ai.input.messages': input, 'gen_ai.output.messages': output })),
    );
    expect(rows[0]).toMatchObject({
      output: '',
      'gen_ai.output.messages': output,
      messages: [
        { role: 'user', content: 'Hello?' },
        {
          role: 'assistant',
          content: '',
          tool_calls: [{ id: 't1', type: 'function', function: { name: 'find', arguments: '{"q":1}' } }],
        },
        { role: 'tool', content: '{"hits":3}', tool_call_id: 't1' },
      ],
    });
  });

  it('reads the numbered attributes of the first generation', () => {
    const { rows } = read(
      traces(
        span('1', {
          'gen_ai.system': 'openai',
          'gen_ai.prompt.10.role': 'user',
          'gen_ai.prompt.10.content': 'Second?',
          'gen_ai.prompt.2.role': 'system',
          'gen_ai.prompt.2.content': '[{"type":"text","text":"First."}]',
          'gen_ai.completion.0.role': 'assistant',
          'gen_ai.completion.0.content': '{"answer": 3}',
          'gen_ai.completion.0.finish_reason': 'stop',
        }),
      ),
    );
    expect(rows[0]).toMatchObject({
      output: '{"answer": 3}',
      messages: [
        { role: 'system', content: 'First.' },
        { role: 'user', content: 'Second?' },
      ],
    });
    expect(Object.keys(rows[0] ?? {}).filter((key) => /prompt|completion/.test(key))).toEqual([]);
  });

  it('reads a prompt and a completion that are JSON or plain text', () => {
    const { rows } = read(
      { ...chat, 'gen_ai.prompt': JSON.stringify(asked), 'gen_ai.completion': '{"text":"Hi."}' },
      { ...chat, 'gen_ai.prompt': 'Hello?', 'gen_ai.completion': 'Hi.' },
      { ...chat, 'gen_ai.prompt': 'Hello?', 'gen_ai.completion': '{"text":"a","grade":3}' },
    );
    expect(rows.map(({ output }) => output)).toEqual(['Hi.', 'Hi.', '{"text":"a","grade":3}']);
    expect(rows.map(({ messages }) => messages)).toEqual(
      Array.from({ length: 3 }, () => [{ role: 'user', content: 'Hello?' }]),
    );
  });

  it('reads message events of a span, and keeps other events', () => {
    const events = [
      {
        timeUnixNano: '1766000000000000003',
        name: 'gen_ai.choice',
        attributes: [{ key: 'message', value: { stringValue: 'Hi.' } }],
      },
      {
        timeUnixNano: '1766000000000000001',
        name: 'gen_ai.user.message',
        attributes: [
          { key: 'gen_ai.event.content', value: { stringValue: '{"role":"user","content":"Hello?"}' } },
        ],
      },
      { timeUnixNano: '1766000000000000001', name: 'retry', attributes: [] },
    ];
    const { rows } = read(traces(span('1', chat, { events })));
    expect(rows[0]).toMatchObject({ output: 'Hi.', messages: [{ role: 'user', content: 'Hello?' }] });
    expect(rows[0]?.['events']).toEqual([{ name: 'retry', at: '2025-12-17T19:33:20.000Z' }]);
  });

  it('makes evaluations of the span signals', () => {
    const event = {
      name: 'gen_ai.evaluation.result',
      timeUnixNano: '1766000002000000000',
      attributes: [
        { key: 'gen_ai.evaluation.name', value: { stringValue: 'Answer Quality' } },
        { key: 'gen_ai.evaluation.score.value', value: { doubleValue: 0.5 } },
        { key: 'gen_ai.evaluation.score.label', value: { stringValue: 'fair' } },
        { key: 'gen_ai.evaluation.explanation', value: { stringValue: 'Too short.' } },
      ],
    };
    const { rows } = read(traces(span('1', { ...chat, 'gen_ai.completion': 'Hi.' }, { events: [event] })));
    const at = '2025-12-17T19:33:22.000Z';
    expect(rows[0]?.signals?.slice(1)).toEqual([
      { kind: 'explicit', name: 'answer_quality', value: 0.5, origin: null, at },
      { kind: 'explicit', name: 'answer_quality_label', value: 'fair', origin: null, at },
      { kind: 'explicit', name: 'answer_quality_explanation', value: 'Too short.', origin: null, at },
    ]);
  });
});

describe('OpenInference', () => {
  const llm = { 'openinference.span.kind': 'LLM', 'llm.model_name': 'm-2' };

  it('reads numbered messages, their parts and tool calls', () => {
    const { rows } = read(
      traces(
        span('1', {
          ...llm,
          'llm.input_messages.0.message.role': 'user',
          'llm.input_messages.0.message.contents.0.message_content.type': 'text',
          'llm.input_messages.0.message.contents.0.message_content.text': 'Hello?',
          'llm.input_messages.1.message.role': 'assistant',
          'llm.input_messages.1.message.tool_calls.0.tool_call.id': 't1',
          'llm.input_messages.1.message.tool_calls.0.tool_call.function.name': 'find',
          'llm.input_messages.1.message.tool_calls.0.tool_call.function.arguments': '{}',
          'llm.output_messages.0.message.role': 'assistant',
          'llm.output_messages.0.message.content': 'Hi.',
          'output.value': 'Hi.',
          'llm.cost.total': 0.002,
          'llm.prompt_template.version': 'v3',
        }),
      ),
    );
    expect(rows[0]).toMatchObject({
      output: 'Hi.',
      model: 'm-2',
      prompt_version: 'v3',
      messages: [
        { role: 'user', content: 'Hello?' },
        { role: 'assistant', tool_calls: [{ id: 't1', function: { name: 'find', arguments: '{}' } }] },
      ],
    });
    expect(rows[0]?.signals).toContainEqual({
      kind: 'implicit',
      name: 'cost_usd',
      value: 0.002,
      unit: 'USD',
    });
    expect(rows[0]).not.toHaveProperty(['output.value']);
  });

  it('takes the whole input and output where there are no messages', () => {
    const { rows } = read(
      traces(
        span('1', {
          ...llm,
          'input.value': 'Hello?',
          'output.value': '{"a":1}',
          'output.mime_type': 'text/plain',
        }),
        span('2', {
          ...llm,
          'input.value': '{"messages":[{"role":"user","content":"Hello?"}],"seed":1}',
          'output.value': '{"choices":[{"message":{"role":"assistant","content":"Hi."}}],"id":"x"}',
        }),
      ),
    );
    expect(rows.map(({ output, messages }) => [output, messages])).toEqual([
      ['{"a":1}', [{ role: 'user', content: 'Hello?' }]],
      ['Hi.', [{ role: 'user', content: 'Hello?' }]],
    ]);
    expect(rows[1]).toHaveProperty(['input.value']);
    expect(rows[1]).toHaveProperty(['output.value']);
  });

  it('makes annotations labels of named people, else signals with their origin', () => {
    const { rows } = read(
      traces(
        span('1', {
          ...llm,
          'output.value': 'Hi.',
          'annotations.0.annotation.name': 'Tone',
          'annotations.0.annotation.label': 'friendly',
          'annotations.0.annotation.annotator_kind': 'HUMAN',
          'annotations.0.annotation.identifier': 'ana',
          'annotations.0.annotation.explanation': 'Warm.',
          'annotations.0.annotation.metadata': '{"round":2}',
          'evaluations.0.evaluation.name': 'correctness',
          'evaluations.0.evaluation.score': 1,
          'evaluations.0.evaluation.annotator_kind': 'LLM',
          'trace.evaluations.0.evaluation.name': 'length',
          'trace.evaluations.0.evaluation.label': 'ok',
          'trace.evaluations.0.evaluation.annotator_kind': 'CODE',
        }),
      ),
    );
    expect(rows[0]?.labels).toEqual([{ question: 'Tone', value: 'friendly', annotator: 'ana' }]);
    expect(rows[0]?.signals?.slice(1)).toEqual([
      { kind: 'explicit', name: 'comment', value: 'Warm.', origin: 'human:ana' },
      { kind: 'explicit', name: 'correctness', value: 1, origin: 'model' },
      { kind: 'explicit', name: 'length', value: 'ok', origin: 'code' },
    ]);
    expect(rows[0]?.['annotations.0.annotation.metadata']).toBe('{"round":2}');
  });

  it('skips tools, retrievers and inner chains by name', () => {
    const kinds = ['TOOL', 'RETRIEVER', 'CHAIN', 'EMBEDDING', 'NEW'];
    const spans = kinds.map((kind, index) =>
      span(
        String(index + 1),
        { 'openinference.span.kind': kind, 'output.value': 'x' },
        { parentSpanId: '9'.repeat(16) },
      ),
    );
    expect(read(traces(...spans))).toEqual({
      rows: [],
      skipped: [
        'a tool span',
        'a retriever span',
        'a chain span',
        'an embedding span',
        'a span that is no AI call',
      ],
    });
  });
});

describe('AI SDK', () => {
  const inner = {
    name: 'ai.generateText.doGenerate',
    spanContext: { traceId: 'b'.repeat(32), spanId: '1'.repeat(16) },
    startTime: [1_766_000_000, 5_000_000],
    endTime: [1_766_000_000, 205_250_000],
    events: [],
    attributes: {
      'ai.operationId': 'ai.generateText.doGenerate',
      'ai.model.id': 'm-3',
      'ai.prompt.messages': '[{"role":"user","content":[{"type":"text","text":"Hello?"}]}]',
      'ai.response.text': 'Hi.',
      'ai.usage.promptTokens': 3,
      'ai.telemetry.metadata.userId': 'u-7',
    },
  };
  const outer = {
    ...inner,
    name: 'ai.generateText',
    spanContext: { traceId: 'c'.repeat(32), spanId: '2'.repeat(16) },
    attributes: {
      'ai.operationId': 'ai.generateText',
      'ai.prompt': '{"system":"Be short.","prompt":"Hello?"}',
      'ai.response.text': 'Hi.',
    },
  };

  it('takes the inner span, and not the outer one again, also in another trace and order', () => {
    const { rows, skipped } = read(outer, inner);
    expect(skipped).toEqual(['a span around AI calls that are rows of their own']);
    expect(rows).toMatchObject([
      {
        output: 'Hi.',
        messages: [{ role: 'user', content: 'Hello?' }],
        model: 'm-3',
        user: 'u-7',
        created_at: '2025-12-17T19:33:20.005Z',
        signals: [
          { name: 'latency_ms', value: 200.25 },
          { name: 'prompt_tokens', value: 3 },
        ],
      },
    ]);
  });

  it('takes the outer span where no inner one is in the file', () => {
    expect(read(outer).rows).toMatchObject([
      { output: 'Hi.', messages: [{ role: 'system', content: 'Be short.' }, { role: 'user' }] },
    ]);
  });

  it('takes an answer of tool calls only, with an empty text', () => {
    const { 'ai.response.text': _, ...rest } = inner.attributes;
    const { rows } = read({
      ...inner,
      attributes: { ...rest, 'ai.response.toolCalls': '[{"toolName":"find"}]' },
    });
    expect(rows).toMatchObject([{ output: '', 'ai.response.toolCalls': '[{"toolName":"find"}]' }]);
  });

  it('takes the chat spans of version 7 and not the agent around them', () => {
    const text = { 'gen_ai.output.messages': JSON.stringify(answered) };
    const agent = span('1', { 'gen_ai.operation.name': 'invoke_agent', ...text }, { parentSpanId: '' });
    const step = span('2', { ...chat, ...text }, { parentSpanId: '1'.repeat(16) });
    const tool = span('3', { 'gen_ai.operation.name': 'execute_tool' });
    const { rows, skipped } = read(traces(agent, step, tool));
    expect(rows.map(({ external_id: id }) => id)).toEqual(['2'.repeat(16)]);
    expect(skipped.toSorted()).toEqual(['a span around AI calls that are rows of their own', 'a tool span']);
    expect(read(traces(agent, span('2', chat))).rows.map(({ external_id: id }) => id)).toEqual([
      '1'.repeat(16),
    ]);
  });
});

describe('forms of rows', () => {
  const output = { ...chat, 'gen_ai.completion': 'Hi.' };
  const whole = traces(span('1', output)) as { resourceSpans: [{ scopeSpans: [JsonObject] }] };
  it.each([
    ['a whole trace file', whole],
    ['an element of resourceSpans', whole.resourceSpans[0]],
    ['an element of scopeSpans', { scopeSpans: whole.resourceSpans[0].scopeSpans }],
    ['a span alone', span('1', output)],
    [
      'a span as Python prints it',
      {
        name: 'chat',
        context: { trace_id: `0x${'a'.repeat(32)}`, span_id: `0x${'1'.repeat(16)}` },
        start_time: '2025-12-17T19:33:20.000000Z',
        end_time: '2025-12-17T19:33:21.234500Z',
        attributes: output,
      },
    ],
  ])('reads %s', (_, row) => {
    expect(otlpAdapter.recognises(row)).toBe(true);
    expect(read(row).rows).toMatchObject([
      {
        output: 'Hi.',
        external_id: '1'.repeat(16),
        keys: ['a'.repeat(32)],
        created_at: '2025-12-17T19:33:20.000Z',
      },
    ]);
  });

  it.each<JsonObject>([
    { id: '1', input: 'a', output: 'b' },
    { name: 'x', context: { trace_id: 'a', span_id: 'b' }, span_kind: 'LLM', attributes: {} },
    { traceId: 'a', id: 'b', name: 'x', input: 'a', output: 'b' },
    { trace_id: 'a', span_id: 'b', attributes: { 'mlflow.spanOutputs': '1' } },
    { messages: [], model: 'm' },
    {},
  ])('leaves %j to others', (row) => {
    expect(otlpAdapter.recognises(row) || otlpEvaluationsAdapter.recognises(row)).toBe(false);
  });

  it('says how many spans are no AI call or have no text', () => {
    const row = traces(span('1', { 'http.method': 'GET' }), span('2', chat));
    expect(read(row).skipped).toEqual([
      'a span that is no AI call',
      'an AI call without the text of its output',
    ]);
  });
});

describe('evaluations alone', () => {
  const score = { 'gen_ai.evaluation.name': 'helpful', 'gen_ai.evaluation.score.value': 1 };
  it('become attachments to the call they name', () => {
    const row = logs(
      logEntry('1', 5, 'gen_ai.evaluation.result', null, { ...score, 'gen_ai.response.id': 'r-1' }),
      logEntry('2', 5, 'gen_ai.evaluation.result', null, score),
      logEntry('3', 5, 'gen_ai.evaluation.result', null, {}),
    );
    expect([otlpAdapter.recognises(row), otlpEvaluationsAdapter.recognises(row)]).toEqual([false, true]);
    const { rows, skipped } = readAll(otlpEvaluationsAdapter, [row, logs(logEntry('4', 1, 'other', 'x'))]);
    const signals = [
      { kind: 'explicit', name: 'helpful', value: 1, origin: null, at: '2025-12-17T19:33:25.000Z' },
    ];
    expect(rows).toEqual([
      { external_id: 'r-1', keys: ['1'.repeat(16), 'a'.repeat(32)], signals },
      { external_id: '2'.repeat(16), keys: ['a'.repeat(32)], signals },
    ]);
    expect(skipped).toHaveLength(2);
  });
});

const data = '../shared/data/tool-exports';

describe.skipIf(!existsSync(data))('published files (skipped where ../shared/data is absent)', () => {
  const attributesOf = 'otel-genai-openinference/genai-attributes';
  it.each([
    ['otlp-json/trace.json', 0, 1, 0, 0],
    ['otlp-json/logs.json', 0, 1, 0, 0],
    ['otlp-json/events.json', 0, 1, 0, 0],
    [`${attributesOf}/openinference_client_span_input_output_only.json`, 1, 0, 3, 3],
    [`${attributesOf}/openinference_client_span_tool_calls.json`, 1, 0, 3, 3],
    [`${attributesOf}/otel_genai_client_span_tool_calls.json`, 1, 0, 2, 3],
    [`${attributesOf}/otel_genai_deprecated_client_span_tool_calls.json`, 1, 0, 2, 3],
    [`${attributesOf}/otel_genai_tool_execution_span.json`, 0, 1, 0, 0],
    ['otel-genai-openinference/vercel-ai-sdk-v6/all-spans.json', 4, 6, 14, 7],
  ])('%s: %i interactions, %i skipped', async (name, count, skippedCount, signalCount, turnCount) => {
    const source = (await readWhole(`${data}/${name}`)).rows.map(({ value }) => value);
    expect(source.every((row) => otlpAdapter.recognises(row))).toBe(true);
    const { rows, skipped } = read(...source);
    const mapper = compileMapping(arrivingMapping);
    const mapped = rows.flatMap((row) => {
      const result = mapper.ok ? mapper.value(row) : null;
      return result?.ok === true ? [result.value] : [];
    });
    const sum = (of: (row: (typeof mapped)[number]) => number): number =>
      mapped.reduce((total, row) => total + of(row), 0);
    expect({
      rows: mapped.length,
      skipped: skipped.length,
      signals: sum(({ signals }) => signals.length),
      turns: sum(({ messages }) => messages.length),
    }).toEqual({ rows: count, skipped: skippedCount, signals: signalCount, turns: turnCount });
  });
});
