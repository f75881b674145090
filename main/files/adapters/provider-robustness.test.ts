import { anthropicAdapter } from './anthropic.ts';
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
import { describeSpecimens, type Specimen } from '../../../tests/support/adapter-specimens.ts';

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
const specimens: readonly Specimen[] = [
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

describeSpecimens('adapters of providers and evaluation tools', specimens);
