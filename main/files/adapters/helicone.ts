import { isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingSignal, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { explicitSignals } from './support/explicit-signals.ts';
import { column, field, numberField, objectField, openJson, textField } from './support/fields.ts';
import { knownTime } from './support/known-time.ts';
import { leftoverColumns } from './support/leftover-columns.ts';
import { replyBody } from './support/read-reply.ts';
import { readRecordedInput } from './support/recorded-input.ts';
import { readRecordedOutput } from './support/recorded-output.ts';
import { recordedTokens } from './support/recorded-usage.ts';
import { measured, snakeCase } from './support/signals.ts';

/** Helicone: requests with the bodies that the provider got and gave. */
export const heliconeAdapter: Adapter = {
  id: 'helicone',
  title: 'Helicone requests',
  brings: 'interactions',
  fields: [
    {
      from: 'response_body',
      to: 'output',
      note: 'also a recorded event stream; other parts become tool_calls, reasoning, output_details',
    },
    { from: 'request_body', to: 'messages', note: 'parameters and tools become input_details' },
    { from: 'request_id', to: 'external_id' },
    { from: 'response_id', to: 'keys' },
    { from: 'request_properties.Helicone-Session-Id', to: 'session' },
    { from: 'request_user_id, helicone_user', to: 'user' },
    { from: 'response_model, model, request_model', to: 'model' },
    { from: 'request_properties.Helicone-Prompt-Id', to: 'prompt_version' },
    { from: 'request_created_at', to: 'created_at' },
    { from: 'delay_ms', to: 'signal latency_ms' },
    { from: 'time_to_first_token', to: 'signal time_to_first_token_ms' },
    { from: 'prompt_tokens, completion_tokens, total_tokens', to: 'signals of the same names' },
    { from: 'costUSD', to: 'signal cost_usd' },
    { from: 'feedback', to: 'signal thumbs' },
    { from: 'scores', to: 'signal <name>' },
  ],
  recognises: isRequest,
  open: () => expandEach(expandRequest),
};

const marks = [
  'request_created_at',
  'response_status',
  'request_properties',
  'helicone_user',
  'delay_ms',
] as const;

function isRequest(row: JsonObject): boolean {
  return (
    textField(row, 'request_id') !== undefined && marks.filter((name) => Object.hasOwn(row, name)).length >= 2
  );
}

function expandRequest(row: JsonObject): Expansion {
  const response = field(row, 'response_body');
  const request = objectField(row, 'request_body');
  if (response === undefined && Object.keys(request).length === 0)
    return skip('a request exported without its body; export with --include-body');
  if (/embedding/.test(textField(row, 'request_path') ?? '')) return skip('a request for embeddings');
  const output = readRecordedOutput(bodyOf(response));
  const isFailed = (numberField(row, 'response_status') ?? 200) >= 400;
  if (output === undefined || isFailed)
    return skip(isFailed ? 'a request that failed' : 'a request without an answer');
  const input = readRecordedInput(request);
  const properties = objectField(row, 'request_properties');
  const system = output.system === undefined ? [] : [{ role: 'system', content: output.system }];
  const columns = {
    output: output.text,
    messages: input.messages[0]?.['role'] === 'system' ? input.messages : [...system, ...input.messages],
    external_id: textField(row, 'request_id'),
    keys: [textField(row, 'response_id')],
    session: named(properties, 'helicone-session-id'),
    user: textField(row, 'request_user_id', 'helicone_user'),
    model: textField(row, 'response_model', 'model', 'request_model') ?? textField(output.rest, 'model'),
    prompt_version: named(properties, 'helicone-prompt-id'),
    created_at: knownTime(row, 'request_created_at'),
    signals: [...measuredSignals(row, output.rest), ...thumbs(row), ...scores(row)],
  };
  const rest = {
    ...leftoverColumns(row, taken),
    ...column('request_properties', properties),
    ...column('input_details', input.rest),
    ...output.columns,
    ...column('output_details', output.rest),
  };
  return { rows: [arrivingRow(columns, rest)], skipped: [] };
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}

/** A body is JSON or a recorded event stream, also inside `streamed_data`. */
function bodyOf(response: Json | undefined): Json | undefined {
  const opened = openJson(response);
  const streamed = isJsonObject(opened) ? (field(opened, 'streamed_data') ?? opened) : opened;
  return replyBody(streamed)?.body ?? streamed;
}

/** Headers are written in any case. */
function named(properties: JsonObject, name: string): string | undefined {
  const key = Object.keys(properties).find((written) => written.toLowerCase() === name);
  return key === undefined ? undefined : textField(properties, key);
}

function measuredSignals(row: JsonObject, response: JsonObject): readonly ArrivingSignal[] {
  const tokens = recordedTokens(response);
  return measured({
    latency_ms: numberField(row, 'delay_ms'),
    time_to_first_token_ms: numberField(row, 'time_to_first_token'),
    prompt_tokens: numberField(row, 'prompt_tokens') ?? tokens.prompt_tokens,
    completion_tokens: numberField(row, 'completion_tokens') ?? tokens.completion_tokens,
    total_tokens: numberField(row, 'total_tokens') ?? tokens.total_tokens,
    cost_usd: numberField(row, 'costUSD', 'cost_usd'),
  });
}

function thumbs(row: JsonObject): readonly ArrivingSignal[] {
  const feedback = openJson(field(row, 'feedback', 'feedback_rating'));
  const rating = isJsonObject(feedback) ? (field(feedback, 'rating') ?? null) : feedback;
  const written = JSON.stringify(rating);
  const isUp = /^"?(true|1)"?$/i.test(written);
  if (!isUp && !/^"?(false|0)"?$/i.test(written)) return [];
  const at = isJsonObject(feedback) ? field(feedback, 'created_at', 'createdAt') : undefined;
  return explicitSignals('thumbs', isUp, { at, origin: 'human' });
}

function scores(row: JsonObject): readonly ArrivingSignal[] {
  return Object.entries(objectField(row, 'scores')).flatMap(([name, score]) => {
    const value = isJsonObject(score) ? score['value'] : score;
    return explicitSignals(snakeCase(name), value, { origin: null });
  });
}

const taken: ReadonlySet<string> = new Set([
  'request_id',
  'response_id',
  'request_body',
  'response_body',
  'request_properties',
  'request_user_id',
  'helicone_user',
  'response_model',
  'request_created_at',
  'delay_ms',
  'time_to_first_token',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'costUSD',
  'cost_usd',
  'feedback',
  'feedback_rating',
  'scores',
]);
