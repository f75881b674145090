import { braintrustAdapter } from './braintrust/braintrust.ts';
import { heliconeAdapter } from './helicone.ts';
import { langfuseScoresAdapter } from './langfuse/langfuse-scores.ts';
import { langfuseAdapter } from './langfuse/langfuse.ts';
import { langsmithFeedbackAdapter } from './langsmith/langsmith-feedback.ts';
import { langsmithAdapter } from './langsmith/langsmith.ts';
import { weaveAdapter } from './weave/weave.ts';
import { describeSpecimens, type Specimen } from '../../../tests/support/adapter-specimens.ts';

const at = '2026-01-02T10:00:00Z';
const messages = [
  { role: 'user', content: [{ type: 'text', text: 'hi' }] },
  { type: 'ai', content: '', tool_calls: [{ id: 'c', name: 'f', args: {} }] },
  { lc: 1, id: ['messages', 'ToolMessage'], kwargs: { content: 'x', tool_call_id: 'c' } },
];
const response = {
  model: 'm',
  choices: [{ message: { role: 'assistant', content: 'Hello', tool_calls: [] }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1 },
};

/** A full row of each tool. Every value of it is replaced by each odd one. */
const specimens: readonly Specimen[] = [
  [
    langfuseAdapter,
    {
      trace: {
        id: 't',
        name: 'n',
        userId: 'u',
        sessionId: 's',
        tags: ['a'],
        scores: [
          { name: 'a', dataType: 'NUMERIC', value: 1, observationId: 'g' },
          { name: 'b', dataType: 'CATEGORICAL', stringValue: 'c', source: 'ANNOTATION', authorUserId: 'u' },
        ],
        corrections: [{ name: 'output', dataType: 'CORRECTION', stringValue: 'Hey' }],
      },
      observations: [
        { id: 'r', traceId: 't', type: 'SPAN', parentObservationId: null, output: 'root' },
        {
          id: 'g',
          traceId: 't',
          type: 'GENERATION',
          startTime: at,
          endTime: at,
          completionStartTime: at,
          model: 'm',
          promptName: 'p',
          promptVersion: 1,
          input: { messages, tools: [] },
          output: response,
          usageDetails: { input: 1 },
          costDetails: { total: 1 },
          metadata: { a: 1 },
        },
      ],
    },
  ],
  [
    langfuseAdapter,
    {
      id: 'g',
      trace_id: 't',
      type: 'GENERATION',
      start_time: at,
      latency: 1,
      provided_model_name: 'm',
      input: { system: 'S', contents: [{ role: 'user', parts: [{ text: 'hi' }] }] },
      output: { candidates: [{ content: { parts: [{ text: 'Hello' }] } }] },
      quality: [1],
      scores: { tone: ['a'] },
      comments: [{ content: 'c', authorUserId: 'u' }],
    },
  ],
  [
    langfuseScoresAdapter,
    {
      id: 's',
      name: 'Tone',
      dataType: 'CATEGORICAL',
      value: 1,
      stringValue: 'warm',
      source: 'ANNOTATION',
      authorUserId: 'u',
      comment: 'c',
      traceId: 't',
      observationId: 'o',
      timestamp: at,
    },
  ],
  [
    langsmithAdapter,
    {
      id: 'r',
      trace_id: 't',
      dotted_order: '20260102T100000000000Zr',
      run_type: 'llm',
      start_time: at,
      end_time: at,
      first_token_time: at,
      inputs: { messages: [messages] },
      outputs: { generations: [[{ text: 'a', message: { kwargs: { content: 'a' }, id: ['AIMessage'] } }]] },
      extra: {
        metadata: { ls_model_name: 'm', thread_id: 'a', user_id: 'u' },
        invocation_params: { model: 'm' },
      },
      events: [{ name: 'new_token', time: at }],
      child_runs: [{ id: 'c', run_type: 'tool' }],
      total_cost: '0.1',
    },
  ],
  [
    langsmithAdapter,
    {
      post: [{ id: 'r', trace_id: 't', run_type: 'llm', inputs: {} }],
      patch: [{ id: 'r', outputs: response }],
    },
  ],
  [
    langsmithFeedbackAdapter,
    {
      run_id: 'r',
      trace_id: 't',
      key: 'Tone',
      score: 1,
      value: 'warm',
      comment: 'c',
      correction: { output: 'Hey' },
      feedback_source: { type: 'app', user_name: 'ana', metadata: { model: 'm' } },
      created_at: at,
    },
  ],
  [
    braintrustAdapter,
    {
      id: 'a',
      span_id: 's',
      root_span_id: 's',
      is_root: true,
      span_attributes: { type: 'llm' },
      input: messages,
      output: response.choices,
      expected: 'Hey',
      scores: { a: 1 },
      comments: [{ comment: { text: 'c' }, user: { email: 'e' } }],
      audit_data: [{ audit_data: { path: ['scores', 'a'] }, metadata: { user_id: 'u' } }],
      metadata: { model: 'm', user_id: 'u', session_id: 's', prompt: { id: 'p', version: 1 } },
      metrics: { start: 1767348000, end: 1767348001, tokens: 4, estimated_cost: 1 },
      created: at,
    },
  ],
  [
    heliconeAdapter,
    {
      request_id: 'r',
      request_created_at: at,
      request_properties: { 'Helicone-Session-Id': 's' },
      request_body: { messages },
      response_body: response,
      response_status: 200,
      helicone_user: 'u',
      delay_ms: 1,
      scores: { a: { value: 1 } },
      feedback: { rating: true, created_at: at },
    },
  ],
  [
    weaveAdapter,
    {
      id: 'c',
      op_name: 'weave:///e/p/op/openai.chat.completions.create:d',
      trace_id: 't',
      parent_id: null,
      thread_id: 'th',
      started_at: at,
      ended_at: at,
      inputs: { self: {}, args: ['a'], kwargs: { messages } },
      output: response,
      summary: {
        usage: { m: { prompt_tokens: 1 } },
        weave: {
          latency_ms: 1,
          feedback: [
            { feedback_type: 'wandb.reaction.1', payload: { emoji: '👍' }, creator: 'a' },
            { feedback_type: 'wandb.annotation.tone', payload: { value: 'warm' }, creator: 'a' },
            { feedback_type: 'wandb.runnable.judge', payload: { output: { a: 1 } } },
          ],
        },
      },
    },
  ],
];

describeSpecimens('adapters of tracing tools', specimens);
