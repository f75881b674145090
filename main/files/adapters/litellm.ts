import type { Json, JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingSignal, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { column, field, numberField, objectField, openJson, textField, without } from './support/fields.ts';
import { readRecordedCall } from './support/recorded-call.ts';
import { measured, millis, millisBetween } from './support/signals.ts';

/** LiteLLM's standard logging payload, and rows of the proxy's table of spend logs. */
export const litellmAdapter: Adapter = {
  id: 'litellm',
  title: 'LiteLLM log',
  brings: 'interactions',
  fields: [
    { from: 'messages', to: 'messages', note: 'spend logs: else `proxy_server_request.messages`' },
    { from: 'response', to: 'output' },
    { from: 'id, else request_id', to: 'external_id' },
    { from: 'trace_id, litellm_call_id', to: 'keys' },
    { from: 'session_id, else trace_id', to: 'session' },
    { from: 'end_user, else user', to: 'user' },
    { from: 'model', to: 'model' },
    { from: 'startTime', to: 'created_at', note: 'seconds, or ISO 8601 in spend logs' },
    { from: 'response_time, else endTime − startTime', to: 'signal latency_ms', note: 'seconds' },
    {
      from: 'completionStartTime − startTime',
      to: 'signal time_to_first_token_ms',
      note: 'of streamed calls',
    },
    { from: 'prompt_tokens', to: 'signal prompt_tokens' },
    { from: 'completion_tokens', to: 'signal completion_tokens' },
    { from: 'total_tokens', to: 'signal total_tokens' },
    { from: 'response_cost, else spend', to: 'signal cost_usd' },
    { from: 'status failure; texts redacted or not logged; embeddings, images, audio', to: 'skipped' },
  ],
  recognises: (row) => {
    const isCall = ['call_type', 'model', 'startTime', 'endTime'].every((name) => Object.hasOwn(row, name));
    return isCall && ['response_cost', 'spend', 'model_group'].some((name) => Object.hasOwn(row, name));
  },
  open: () => expandEach(expandCall),
};

const wordless = /embed|image|speech|transcription|rerank|moderation/;

function expandCall(row: JsonObject): Expansion {
  const status = textField(row, 'status');
  if (status === 'failure') return skip('a call that failed');
  if (wordless.test(textField(row, 'call_type') ?? '')) return skip('a call that writes no text');
  const asked = openJson(field(row, 'messages'));
  const request = objectField(row, 'proxy_server_request');
  const isAsked =
    typeof asked === 'string' || (typeof asked === 'object' && Object.keys(asked ?? {}).length > 0);
  const call = readRecordedCall(isAsked ? asked : request, field(row, 'response'));
  if (call === undefined || isRedacted(call.output)) return skip('a call whose text was not logged');
  const arriving = arrivingRow(
    {
      output: call.output,
      messages: call.messages.filter(({ content }) => !isRedacted(content)),
      external_id: textField(row, 'id', 'request_id'),
      keys: [textField(row, 'trace_id'), textField(row, 'litellm_call_id')],
      session: textField(row, 'session_id', 'trace_id'),
      user: textField(row, 'end_user', 'user'),
      model: textField(row, 'model'),
      created_at: field(row, 'startTime'),
      signals: measurements(row),
    },
    {
      ...without(row, taken),
      ...(isAsked ? column('proxy_server_request', without(request, ['messages'])) : {}),
      ...call.rest,
    },
  );
  return { rows: [arriving], skipped: [] };
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}

const taken = [
  'id',
  'request_id',
  'trace_id',
  'litellm_call_id',
  'session_id',
  'messages',
  'proxy_server_request',
  'response',
  'end_user',
  'user',
  'model',
  'startTime',
  'endTime',
  'completionStartTime',
  'response_time',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'response_cost',
  'spend',
] as const;

/** What LiteLLM writes in place of texts it was told not to log. */
function isRedacted(text: Json | undefined): boolean {
  return text === 'redacted-by-litellm';
}

function measurements(row: JsonObject): readonly ArrivingSignal[] {
  const [start, end, first] = ['startTime', 'endTime', 'completionStartTime'].map((name) =>
    timeOf(row, name),
  );
  const isStreamed = first !== undefined && first !== end;
  return measured({
    latency_ms: millis(numberField(row, 'response_time')) ?? between(start, end),
    time_to_first_token_ms: isStreamed ? between(start, first) : undefined,
    prompt_tokens: numberField(row, 'prompt_tokens'),
    completion_tokens: numberField(row, 'completion_tokens'),
    total_tokens: numberField(row, 'total_tokens'),
    cost_usd: numberField(row, 'response_cost', 'spend'),
  });
}

/** Seconds with fractions as number; whole milliseconds would be lost in a Unix time read as an instant. */
function timeOf(row: JsonObject, name: string): Json | undefined {
  return numberField(row, name) ?? field(row, name);
}

function between(start: Json | undefined, end: Json | undefined): number | undefined {
  if (typeof start !== 'number' || typeof end !== 'number') return millisBetween(start, end);
  return end < start ? undefined : Math.round((end - start) * 1e3);
}
