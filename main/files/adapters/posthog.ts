import type { JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { column, field, numberField, textField, without } from './support/fields.ts';
import { eventName, eventProperties, propertyColumn } from './support/posthog-event.ts';
import { readRecordedCall } from './support/recorded-call.ts';
import { measured, millis } from './support/signals.ts';

export const posthogAdapter: Adapter = {
  id: 'posthog',
  title: 'PostHog AI generation',
  brings: 'interactions',
  fields: [
    { from: '$ai_input', to: 'messages', note: 'in `properties`, or a column `properties.$ai_input`' },
    { from: '$ai_output_choices, else $ai_output', to: 'output' },
    { from: '$ai_generation_id, $ai_span_id, uuid', to: 'external_id', note: 'the first that is there' },
    { from: '$ai_trace_id, $ai_span_id, uuid', to: 'keys', note: 'feedback names the trace' },
    { from: '$ai_session_id, else $ai_trace_id', to: 'session' },
    { from: 'distinct_id', to: 'user' },
    { from: '$ai_model', to: 'model' },
    { from: 'timestamp', to: 'created_at' },
    { from: '$ai_latency', to: 'signal latency_ms', note: 'seconds' },
    { from: '$ai_time_to_first_token', to: 'signal time_to_first_token_ms', note: 'seconds' },
    { from: '$ai_input_tokens', to: 'signal prompt_tokens' },
    { from: '$ai_output_tokens', to: 'signal completion_tokens' },
    { from: '$ai_total_cost_usd', to: 'signal cost_usd' },
    {
      from: '$ai_feedback, $ai_metric',
      to: 'skipped',
      note: 'import the file once more as posthog-feedback',
    },
    { from: '$ai_trace, $ai_span, $ai_embedding, other events', to: 'skipped' },
  ],
  recognises: (row) =>
    ['$ai_generation', '$ai_trace', '$ai_span', '$ai_embedding'].includes(eventName(row) ?? ''),
  open: () => expandEach(expandEvent),
};

const feedbackSkipped = 'feedback, which the adapter posthog-feedback brings from the same file';

function expandEvent(row: JsonObject): Expansion {
  const event = eventName(row);
  if (event === '$ai_feedback' || event === '$ai_metric') return skip(feedbackSkipped);
  if (event !== '$ai_generation') return skip('an event that is no AI call');
  const properties = eventProperties(row);
  if (properties['$ai_is_error'] === true || properties['$ai_is_error'] === 'true')
    return skip('a call that failed');
  const call = readRecordedCall(
    field(properties, '$ai_input'),
    field(properties, '$ai_output_choices', '$ai_output'),
  );
  if (call === undefined) return skip('a generation without an output, as in privacy mode');
  const ids = ['$ai_generation_id', '$ai_span_id'].map((name) => textField(properties, name));
  const eventIds = [...ids, textField(row, 'uuid', 'id')].filter((id) => id !== undefined);
  const arriving = arrivingRow(
    {
      output: call.output,
      messages: call.messages,
      external_id: eventIds[0],
      keys: [...eventIds, textField(properties, '$ai_trace_id')],
      session: textField(properties, '$ai_session_id', '$ai_trace_id'),
      user: textField(row, 'distinct_id') ?? textField(properties, 'distinct_id'),
      model: textField(properties, '$ai_model'),
      created_at: field(row, 'timestamp'),
      signals: measured({
        latency_ms: millis(numberField(properties, '$ai_latency')),
        time_to_first_token_ms: millis(numberField(properties, '$ai_time_to_first_token')),
        prompt_tokens: numberField(properties, '$ai_input_tokens'),
        completion_tokens: numberField(properties, '$ai_output_tokens'),
        cost_usd: numberField(properties, '$ai_total_cost_usd'),
      }),
    },
    {
      ...without(row, [...takenFields, ...Object.keys(row).filter(isPropertyColumn)]),
      ...column('properties', without(properties, takenProperties)),
      ...call.rest,
    },
  );
  return { rows: [arriving], skipped: [] };
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}

function isPropertyColumn(name: string): boolean {
  return name.startsWith(propertyColumn);
}

const takenFields = ['event', 'uuid', 'id', 'distinct_id', 'timestamp', 'properties'] as const;

const takenProperties = [
  '$ai_input',
  '$ai_output_choices',
  '$ai_output',
  '$ai_generation_id',
  '$ai_span_id',
  '$ai_trace_id',
  '$ai_session_id',
  '$ai_model',
  '$ai_latency',
  '$ai_time_to_first_token',
  '$ai_input_tokens',
  '$ai_output_tokens',
  '$ai_total_cost_usd',
] as const;
