import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isJsonList,
  isJsonObject,
  parseJson,
  type Json,
  type JsonObject,
} from '../../../shared/domain/json.ts';
import { compileAttachments, compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import { readWhole } from '../test-files.ts';
import type { Adapter } from './adapter.ts';
import { anthropicAdapter } from './anthropic.ts';
import { arrivingMapping, attachmentMapping } from './arriving-mapping.ts';
import { bedrockAdapter } from './bedrock.ts';
import { httpCallsAdapter } from './http-calls.ts';
import { inspectAiAdapter } from './inspect-ai.ts';
import { litellmAdapter } from './litellm.ts';
import { mlflowAdapter } from './mlflow/mlflow.ts';
import { openaiChatAdapter } from './openai-chat.ts';
import { openaiResponsesAdapter } from './openai-responses.ts';
import { opikAdapter } from './opik.ts';
import { phoenixAnnotationsAdapter } from './phoenix/phoenix-annotations.ts';
import { phoenixAdapter } from './phoenix/phoenix.ts';
import { posthogFeedbackAdapter } from './posthog-feedback.ts';
import { posthogAdapter } from './posthog.ts';

const at = '2026-01-02T10:00:00Z';
const messages = [
  { role: 'system', content: 'S' },
  { role: 'user', content: [{ type: 'text', text: 'hi' }, { type: 'image_url' }] },
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
  },
  { role: 'tool', tool_call_id: 'c', content: '{"x":1}' },
];
const chat = {
  id: 'c1',
  object: 'chat.completion',
  created: 1_755_182_715,
  model: 'm',
  choices: [
    { index: 0, message: { role: 'assistant', content: 'Hello', refusal: null }, finish_reason: 'stop' },
  ],
  usage: { prompt_tokens: 1, completion_tokens_details: { reasoning_tokens: 1 } },
};
const message = {
  id: 'm1',
  type: 'message',
  role: 'assistant',
  model: 'm',
  content: [
    { type: 'thinking', thinking: 'T', signature: 's' },
    { type: 'text', text: 'Hello', citations: [{ a: 1 }] },
    { type: 'tool_use', id: 't', name: 'f', input: { q: 1 } },
  ],
  usage: { input_tokens: 1, output_tokens: 2 },
};
const stream = [
  { type: 'message_start', message },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello' } },
  { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } },
];

/** A full row of each tool. Every value of it is replaced by each odd one. */
const specimens: readonly (readonly [Adapter, JsonObject])[] = [
  [openaiChatAdapter, chat],
  [
    openaiChatAdapter,
    { id: 'b', custom_id: 'x', response: { status_code: 200, request_id: 'r', body: chat }, error: null },
  ],
  [
    openaiResponsesAdapter,
    {
      id: 'r1',
      object: 'response',
      created_at: 1_755_182_715,
      completed_at: 1_755_182_716,
      model: 'm',
      instructions: 'S',
      prompt: { id: 'p', version: '1' },
      conversation: { id: 'c' },
      output: [
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'T' }] },
        { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' },
        { type: 'message', content: [{ type: 'output_text', text: 'Hello', annotations: [] }] },
      ],
      usage: { input_tokens: 1, input_tokens_details: { cached_tokens: 0 } },
    },
  ],
  [anthropicAdapter, message],
  [anthropicAdapter, { custom_id: 'x', result: { type: 'succeeded', message } }],
  [anthropicAdapter, { status: 200, headers: {}, body: JSON.stringify(message) }],
  [
    httpCallsAdapter,
    {
      url: '/v1/messages',
      started_at: at,
      duration_ms: 3,
      request: { system: 'S', messages },
      response: message,
    },
  ],
  [
    httpCallsAdapter,
    {
      startedDateTime: at,
      time: 1,
      request: {
        url: 'https://x.test/v1/chat/completions',
        postData: { text: JSON.stringify({ messages }) },
      },
      response: { status: 200, content: { text: JSON.stringify(chat) } },
    },
  ],
  [
    bedrockAdapter,
    {
      schemaType: 'ModelInvocationLog',
      timestamp: at,
      requestId: 'r',
      modelId: 'm',
      operation: 'Converse',
      identity: { arn: 'a' },
      requestMetadata: { session_id: 's' },
      input: { inputBodyJson: { system: [{ text: 'S' }], messages }, inputTokenCount: 1 },
      output: { outputBodyJson: { output: { message: { content: [{ text: 'Hello' }] } }, usage: {} } },
    },
  ],
  [
    bedrockAdapter,
    {
      schemaType: 'ModelInvocationLog',
      requestId: 'r',
      input: { inputBodyJson: { anthropic_version: 'v', messages } },
      output: { outputBodyJson: stream, outputTokenCount: 2 },
    },
  ],
  [
    litellmAdapter,
    {
      id: 'i',
      trace_id: 't',
      call_type: 'completion',
      status: 'success',
      model: 'm',
      model_group: 'g',
      messages,
      response: chat,
      startTime: 1_755_182_715.5,
      endTime: 1_755_182_716,
      completionStartTime: 1_755_182_715.75,
      metadata: { a: 1 },
    },
  ],
  [
    opikAdapter,
    {
      id: 'o',
      start_time: at,
      end_time: at,
      input: { messages },
      output: chat,
      metadata: { user_id: 'u', model: 'm' },
      usage: { prompt_tokens: 1 },
      feedback_scores: [
        { name: 'a', value: 1, category_name: 'b', reason: 'c', source: 'ui', created_by: 'u' },
        { name: 'd', value: 1, value_by_author: { x: { value: 1 }, y: { value: 0 } } },
      ],
      comments: [{ text: 'c', created_by: 'u' }],
    },
  ],
  [
    mlflowAdapter,
    {
      info: {
        trace_id: 't',
        trace_location: {},
        request_time: at,
        execution_duration: '1s',
        trace_metadata: { 'mlflow.trace.user': 'u' },
        tags: { 'mlflow.linkedPrompts': '[{"name":"a","version":"1"}]' },
        assessments: [
          {
            assessment_name: 'a',
            source: { source_type: 'HUMAN', source_id: 'u' },
            feedback: { value: 'x' },
            rationale: 'r',
          },
          {
            assessment_name: 'expected_response',
            source: { source_type: 'HUMAN' },
            expectation: { value: 'E' },
          },
        ],
      },
      data: {
        spans: [
          {
            span_id: 's',
            start_time_unix_nano: '1755182715000000000',
            end_time_unix_nano: '1755182716000000000',
            attributes: {
              'mlflow.spanType': '"LLM"',
              'mlflow.spanInputs': JSON.stringify({ messages }),
              'mlflow.spanOutputs': JSON.stringify(chat),
            },
          },
        ],
      },
    },
  ],
  [
    phoenixAdapter,
    {
      id: 'p',
      name: 'n',
      context: { trace_id: 'aa', span_id: 'bb' },
      span_kind: 'LLM',
      start_time: at,
      end_time: at,
      attributes: {
        llm: { model_name: 'm', output_messages: [{ message: { role: 'assistant', content: 'Hello' } }] },
        'llm.input_messages.0.message.role': 'user',
        'llm.input_messages.0.message.content': 'hi',
        'annotations.0.annotation.name': 'a',
        'annotations.0.annotation.score': 1,
      },
      events: [{ name: 'e', timestamp: at, attributes: {} }],
    },
  ],
  [
    phoenixAnnotationsAdapter,
    {
      span_id: 'bb',
      name: 'n',
      annotator_kind: 'HUMAN',
      result: { label: 'l', score: 1, explanation: 'e' },
      user_id: 'u',
    },
  ],
  [
    posthogAdapter,
    {
      event: '$ai_generation',
      uuid: 'u',
      timestamp: at,
      properties: {
        $ai_trace_id: 't',
        $ai_input: messages,
        $ai_output_choices: [{ role: 'assistant', content: 'Hello' }],
        $ai_latency: 1,
      },
    },
  ],
  [
    posthogFeedbackAdapter,
    { event: '$ai_metric', properties: { $ai_trace_id: 't', $ai_metric_name: 'n', $ai_metric_value: '1' } },
  ],
  [
    inspectAiAdapter,
    {
      eval: { eval_id: 'e', task: 't', model: 'm', created: at },
      plan: {},
      samples: [
        {
          id: 1,
          epoch: 1,
          input: 'hi',
          target: 'x',
          messages: [...messages, { role: 'assistant', content: 'Hello' }],
          output: {
            model: 'm',
            choices: [{ message: { role: 'assistant', content: 'Hello' } }],
            usage: {},
            time: 1,
          },
          scores: { match: { value: 'C', answer: 'a', explanation: 'e' } },
          attachments: { a: 'b' },
        },
      ],
    },
  ],
];

const oddValues: readonly Json[] = [
  null,
  true,
  -1,
  parseJson('1e999'),
  '',
  'Infinity',
  '{"a":[1]}',
  '"text"',
  '"broken',
  'constructor',
  'data: {"type":"message_start"}\n\ndata: {broken',
  [],
  [[], null, 0, 'a', {}],
  {},
  parseJson(
    '{"__proto__": {"a": 1}, "constructor": "b", "toString": ["c"], "value": {}, "text": [1], "content": {}}',
  ),
  deep(300),
  '['.repeat(5000) + ']'.repeat(5000),
];

function deep(levels: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { content: value };
  return value;
}

/** Copies of a value with one value inside it, at any depth, replaced. */
function* replaced(value: Json, by: Json): Generator<Json> {
  yield by;
  const isList = isJsonList(value);
  if (!isList && !isJsonObject(value)) return;
  const entries: readonly (readonly [string, Json])[] = Object.entries(value);
  for (const [key, item] of entries) {
    for (const odd of replaced(item, by)) {
      const changed = entries.map(([name, old]) => [name, name === key ? odd : old] as const);
      yield isList ? changed.map(([, given]) => given) : Object.fromEntries(changed);
    }
  }
}

function refusals(adapter: Adapter, rows: readonly JsonObject[]): readonly string[] {
  const mapper =
    adapter.brings === 'attachments'
      ? compileAttachments(attachmentMapping)
      : compileMapping(arrivingMapping);
  if (!mapper.ok) throw new Error(mapper.error.message);
  const reading = adapter.open();
  const parts = [...rows.map((row) => reading.push(row)), reading.end()];
  return parts
    .flatMap((part) => part.rows)
    .flatMap((arriving) => {
      const mapped = mapper.value(arriving);
      return mapped.ok ? [] : [`${mapped.error.message} ${JSON.stringify(arriving).slice(0, 300)}`];
    });
}

describe('adapters of providers and evaluation tools', () => {
  it.each(specimens)('$id reads its own specimen and no other adapter takes it', (adapter, row) => {
    const taking = specimens.map(([other]) => other).filter((other) => other.recognises(row));
    expect([...new Set(taking)]).toEqual([adapter]);
    const reading = adapter.open();
    expect([...reading.push(row).rows, ...reading.end().rows]).toHaveLength(1);
  });

  it.each(specimens)('$id never throws, and what it brings can be mapped', (adapter, specimen) => {
    let tried = 0;
    const refused: string[] = [];
    for (const odd of oddValues) {
      for (const row of replaced(specimen, odd)) {
        if (!isJsonObject(row)) continue;
        adapter.recognises(row);
        refused.push(...refusals(adapter, [row, specimen]));
        tried += 1;
      }
    }
    expect(refused.slice(0, 3)).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  });

  it('takes no row that could be of anybody', () => {
    const plain: readonly JsonObject[] = [
      { id: '1', input: 'a', output: 'b', metadata: {} },
      { messages },
      { prompt: 'a', completion: 'b', model: 'm' },
      { request: 'a', response: 'b', timestamp: at },
      { id: '1', name: 'x', start_time: at, input: {}, output: {} },
      { event: 'click', properties: {}, distinct_id: 'u' },
      { data: [{ id: 1 }], next_cursor: null },
      { status: 200, headers: {}, body: 'ok' },
    ];
    expect(plain.flatMap((row) => specimens.filter(([adapter]) => adapter.recognises(row)))).toEqual([]);
  });
});

const exports = '../shared/data/tool-exports';
const own = new Set(['anthropic-messages-api', 'inspect-ai', 'provider-http-calls']);

describe.skipIf(!existsSync(exports))(
  'exports of other tools (skipped where ../shared/data is absent)',
  () => {
    const folders = existsSync(exports)
      ? readdirSync(exports, { withFileTypes: true }).filter(
          (entry) => entry.isDirectory() && !own.has(entry.name),
        )
      : [];
    const files = folders.flatMap(({ name }) =>
      readdirSync(`${exports}/${name}`)
        .filter((file) => /\.jsonl?$/.test(file))
        .map((file) => `${name}/${file}`),
    );

    it.each(files)('takes no row of %s', async (file) => {
      const { rows } = await readWhole(`${exports}/${file}`);
      const taken = rows.flatMap(({ value }) => specimens.filter(([adapter]) => adapter.recognises(value)));
      expect(taken.map(([adapter]) => adapter.id)).toEqual([]);
    });
  },
);
