import type { FieldNote } from '../adapter.ts';

/** What of a span or log event fills which column. */
export const otlpFields: readonly FieldNote[] = [
  { from: 'gen_ai.system_instructions, gen_ai.input.messages', to: 'messages' },
  { from: 'gen_ai.prompt.N.*, gen_ai.prompt', to: 'messages', note: 'earlier conventions and OpenLLMetry' },
  {
    from: 'gen_ai.system.message, gen_ai.user.message, gen_ai.assistant.message, gen_ai.tool.message',
    to: 'messages',
    note: 'events in the span, or log entries with its trace and span id',
  },
  { from: 'llm.input_messages.N.message.*, else input.value', to: 'messages', note: 'OpenInference' },
  { from: 'ai.prompt.messages, else ai.prompt', to: 'messages', note: 'AI SDK up to 6' },
  {
    from: 'gen_ai.output.messages, gen_ai.completion.N.*, gen_ai.completion, event gen_ai.choice',
    to: 'output',
    note: 'the first choice with text; the attribute stays where it holds more than that text',
  },
  { from: 'llm.output_messages.N.message.*, else output.value', to: 'output', note: 'OpenInference' },
  { from: 'ai.response.text, else ai.response.object', to: 'output', note: 'AI SDK up to 6' },
  { from: 'spanId', to: 'external_id', note: 'lower case hex; the response id where there is none' },
  { from: 'traceId', to: 'keys' },
  { from: 'gen_ai.response.id, ai.response.id', to: 'keys' },
  {
    from: 'gen_ai.conversation.id, session.id, ai.telemetry.metadata.sessionId',
    to: 'session',
  },
  { from: 'user.id, enduser.id, ai.telemetry.metadata.userId', to: 'user' },
  {
    from: 'gen_ai.response.model, llm.model_name, ai.response.model, gen_ai.request.model, ai.model.id',
    to: 'model',
  },
  { from: 'llm.prompt_template.version', to: 'prompt_version' },
  { from: 'startTimeUnixNano', to: 'created_at', note: 'the first event where only log entries are there' },
  {
    from: 'endTimeUnixNano - startTimeUnixNano',
    to: 'signal latency_ms',
    note: 'else gen_ai.client.operation.duration (s) or ai.response.msToFinish (ms)',
  },
  {
    from: 'gen_ai.response.time_to_first_chunk (s), ai.response.msToFirstChunk (ms)',
    to: 'signal time_to_first_token_ms',
  },
  {
    from: 'gen_ai.usage.input_tokens, llm.token_count.prompt, ai.usage.inputTokens',
    to: 'signal prompt_tokens',
  },
  {
    from: 'gen_ai.usage.output_tokens, llm.token_count.completion, ai.usage.outputTokens',
    to: 'signal completion_tokens',
  },
  { from: 'llm.token_count.total, ai.usage.totalTokens', to: 'signal total_tokens' },
  { from: 'llm.cost.total', to: 'signal cost_usd' },
  {
    from: 'event gen_ai.evaluation.result',
    to: 'signal of the evaluation’s name',
    note: 'its explanation is the signal <name>_explanation; it names no evaluator',
  },
  {
    from: 'annotations.N.annotation.*, evaluations.N.evaluation.*',
    to: 'signal of the annotation’s name',
    note: 'a label where a person is named by identifier; a person’s explanation is the signal comment',
  },
  {
    from: 'ai.generateText, ai.streamText, invoke_agent, root CHAIN and AGENT spans',
    to: 'skipped',
    note: 'they repeat the calls inside; kept where the file has no such call, or where they were judged',
  },
  { from: 'every other attribute, status, kind, resource, scope', to: 'column of its own name' },
];

/** What of an evaluation's log entry fills which column. */
export const otlpEvaluationFields: readonly FieldNote[] = [
  { from: 'gen_ai.response.id, else spanId', to: 'external_id' },
  { from: 'spanId, traceId', to: 'keys' },
  { from: 'gen_ai.conversation.id', to: 'session' },
  {
    from: 'gen_ai.evaluation.name',
    to: 'name of the signal; outcome.<name> is an outcome',
    note: 'gen_ai.evaluation.score.value, else gen_ai.evaluation.score.label, is its value',
  },
  {
    from: 'gen_ai.evaluation.explanation',
    to: 'signal <name>_explanation',
    note: 'signal <name> where there is neither score nor label',
  },
  { from: 'final_text', to: 'edits', note: 'as code from an instrumentation plan writes it' },
  { from: 'timeUnixNano', to: 'time of the signal' },
];
