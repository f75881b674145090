import type { JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingSignal, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { field, numberField, textField } from './support/fields.ts';
import { humanOrigin } from './support/person-name.ts';
import { eventName, eventProperties } from './support/posthog-event.ts';
import { scoreSignals } from './support/score-signals.ts';

/** What users said about generations, and metrics on them; both name the trace. */
export const posthogFeedbackAdapter: Adapter = {
  id: 'posthog-feedback',
  title: 'PostHog AI feedback and metrics',
  brings: 'attachments',
  fields: [
    {
      from: '$ai_generation_id, $ai_span_id, $ai_trace_id',
      to: 'external_id and keys',
      note: 'in this order',
    },
    { from: '$ai_feedback_text of $ai_feedback', to: 'signal comment', note: 'of the user in distinct_id' },
    { from: '$ai_metric_name and $ai_metric_value of $ai_metric', to: 'signal <name>' },
    { from: 'timestamp', to: 'time of the signal' },
    { from: 'other events', to: 'skipped' },
  ],
  recognises: (row) => isFeedback(eventName(row)),
  open: () => expandEach(expandEvent),
};

function isFeedback(event: string | undefined): boolean {
  return event === '$ai_feedback' || event === '$ai_metric';
}

function expandEvent(row: JsonObject): Expansion {
  if (!isFeedback(eventName(row))) return { rows: [], skipped: ['an event that is no feedback'] };
  const properties = eventProperties(row);
  const ids = ['$ai_generation_id', '$ai_span_id', '$ai_trace_id'].flatMap(
    (name) => textField(properties, name) ?? [],
  );
  const signals = signalsOf(row, properties);
  if (ids.length === 0) return { rows: [], skipped: ['feedback that names no trace'] };
  if (signals.length === 0) return { rows: [], skipped: ['feedback that says nothing'] };
  return { rows: [arrivingRow({ external_id: ids[0], keys: ids, signals })], skipped: [] };
}

function signalsOf(row: JsonObject, properties: JsonObject): readonly ArrivingSignal[] {
  const at = field(row, 'timestamp');
  if (eventName(row) === '$ai_metric') {
    const name = textField(properties, '$ai_metric_name') ?? 'metric';
    const value = numberField(properties, '$ai_metric_value') ?? field(properties, '$ai_metric_value');
    return scoreSignals({ name, value, origin: null, at });
  }
  const explanation = field(properties, '$ai_feedback_text');
  const origin = humanOrigin(textField(row, 'distinct_id'));
  return scoreSignals({ name: 'feedback', value: undefined, explanation, origin, at });
}
