import { isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingRow, type Expansion } from './adapter.ts';
import { callRow } from './support/call-row.ts';
import {
  field,
  numberField,
  objectField,
  objectsField,
  openJson,
  textField,
  without,
} from './support/fields.ts';
import { failedCall, noAnswer } from './support/logged-reply.ts';
import { readReply, readRequest, replyBody } from './support/read-reply.ts';
import { measured } from './support/signals.ts';

/** Recorded calls to OpenAI or Anthropic, with what was sent and what came back. */
export const httpCallsAdapter: Adapter = {
  id: 'http-calls',
  title: 'Recorded calls to OpenAI or Anthropic',
  brings: 'interactions',
  fields: [
    {
      from: 'request',
      to: 'messages',
      note: 'its body: system or instructions, then messages, prompt or input',
    },
    { from: 'response', to: 'output', note: 'its body as JSON, JSON text or event stream; see the provider' },
    { from: 'response.id', to: 'external_id' },
    { from: 'response.model, else request.model', to: 'model' },
    { from: 'request.user, metadata.user_id', to: 'user' },
    { from: 'started_at, startedDateTime, timestamp', to: 'created_at' },
    { from: 'duration_ms, latency_ms, time', to: 'signal latency_ms', note: 'milliseconds' },
    { from: 'response.usage', to: 'signals prompt_tokens, completion_tokens, total_tokens' },
    { from: 'log.entries[]', to: 'the same', note: 'a HAR recording' },
  ],
  recognises: (row) => callsOf(row).some(isProviderCall),
  open: () => expandEach(expandCalls),
};

const providerPath = /\/(?:v\d+\/)?(?:messages|completions|responses)(?:[?#]|$)/;

function callsOf(row: JsonObject): readonly JsonObject[] {
  return isJsonObject(row['log']) ? objectsField(objectField(row, 'log'), 'entries') : [row];
}

function isProviderCall(call: JsonObject): boolean {
  if (!Object.hasOwn(call, 'request') || !Object.hasOwn(call, 'response')) return false;
  return providerPath.test(urlOf(call)) || replyBody(bodyOf(call['response'])) !== undefined;
}

function urlOf(call: JsonObject): string {
  return textField(call, 'url') ?? textField(objectField(call, 'request'), 'url') ?? '';
}

function expandCalls(row: JsonObject): Expansion {
  const found = callsOf(row).map(readCall);
  return {
    rows: found.filter((call) => typeof call !== 'string'),
    skipped: found.filter((call) => typeof call === 'string'),
  };
}

function readCall(call: JsonObject): ArrivingRow | string {
  const reply = replyBody(bodyOf(call['response']));
  if (reply === undefined) return isFailed(call) ? failedCall : noAnswer;
  const request = openJson(bodyOf(call['request']));
  const duration = numberField(call, 'duration_ms', 'latency_ms', 'time');
  return callRow(
    isJsonObject(request) ? readRequest(request, reply.provider) : undefined,
    readReply(reply),
    {
      created_at: field(call, ...timeNames),
      signals: measured({ latency_ms: duration !== undefined && duration >= 0 ? duration : undefined }),
    },
    without(call, ['request', 'response', 'duration_ms', 'latency_ms', 'time', ...timeNames]),
  );
}

const timeNames = ['started_at', 'startedDateTime', 'timestamp', 'created_at'] as const;

/** The body itself, or the body in a recorded request or response (also of a HAR file). */
function bodyOf(value: Json | undefined): Json | undefined {
  const opened = openJson(value);
  if (!isJsonObject(opened)) return value;
  const posted = field(objectField(opened, 'postData'), 'text');
  return field(opened, 'body') ?? posted ?? contentOf(opened) ?? opened;
}

function contentOf(response: JsonObject): string | undefined {
  const content = response['content'];
  if (!isJsonObject(content)) return undefined;
  const text = textField(content, 'text');
  return content['encoding'] === 'base64' && text !== undefined
    ? Buffer.from(text, 'base64').toString('utf8')
    : text;
}

function isFailed(call: JsonObject): boolean {
  const response = objectField(call, 'response');
  const status = numberField(call, 'status', 'status_code') ?? numberField(response, 'status', 'status_code');
  return (
    (status ?? 200) >= 400 ||
    field(objectField(response, 'body'), 'error') !== undefined ||
    'error' in response
  );
}
