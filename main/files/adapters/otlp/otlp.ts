import type { JsonObject } from '../../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingRow, type Expansion } from '../adapter.ts';
import { createCallWindow } from './call-window.ts';
import { evaluationEvent, isEmpty, readEvaluation } from './feedback.ts';
import { otlpEvaluationFields, otlpFields } from './fields.ts';
import { formOf, openRow } from './open-row.ts';
import { readIds, responseId } from './read-ids.ts';
import type { LoggedEvent } from './span.ts';

/** OpenTelemetry traces and logs, as OTLP/JSON and as SDKs print them, in every dialect that describes AI calls. */
export const otlpAdapter: Adapter = {
  id: 'otlp',
  title: 'OpenTelemetry traces and logs',
  brings: 'interactions',
  fields: otlpFields,
  recognises: (row) => formOf(row) !== undefined && !isOnlyEvaluations(row),
  open: () => {
    const calls = createCallWindow();
    return {
      push: (row) => {
        const { spans, events, strange } = openRow(row);
        for (const span of spans) calls.addSpan(span);
        for (const event of events) calls.addEvent(event);
        const { rows, skipped } = calls.take(false);
        return { rows, skipped: [...skipped, ...strangeReasons(strange)] };
      },
      end: () => calls.take(true),
    };
  },
};

/** Log files that hold evaluations only, which belong to calls that another file brings. */
export const otlpEvaluationsAdapter: Adapter = {
  id: 'otlp-evaluations',
  title: 'OpenTelemetry evaluation events',
  brings: 'attachments',
  fields: otlpEvaluationFields,
  recognises: isOnlyEvaluations,
  open: () => expandEach(expandEvaluations),
};

function isOnlyEvaluations(row: JsonObject): boolean {
  if (formOf(row) !== 'logs') return false;
  const { events } = openRow(row);
  return events.length > 0 && events.every(({ name }) => name === evaluationEvent);
}

function expandEvaluations(row: JsonObject): Expansion {
  const { spans, events, strange } = openRow(row);
  const rows: ArrivingRow[] = [];
  const skipped = [...strangeReasons(strange), ...spans.map(() => 'a span, not an evaluation')];
  for (const event of events) {
    if (event.name !== evaluationEvent) skipped.push('a log entry that is no evaluation');
    else {
      const attachment = attachmentOf(event);
      if (attachment === undefined)
        skipped.push('an evaluation without a score, or without the id of its call');
      else rows.push(attachment);
    }
  }
  return { rows, skipped };
}

function attachmentOf(event: LoggedEvent): ArrivingRow | undefined {
  const feedback = readEvaluation(event);
  const ids = [responseId(event.attributes), event.spanId, event.traceId].filter((id) => id !== undefined);
  const [externalId, ...keys] = ids;
  if (externalId === undefined || isEmpty(feedback)) return undefined;
  const { columns } = readIds({
    ...event,
    name: '',
    parentId: undefined,
    startMs: undefined,
    endMs: undefined,
    events: [],
  });
  const { session } = columns;
  return {
    external_id: externalId,
    ...(keys.length === 0 ? {} : { keys }),
    ...(session === undefined ? {} : { session }),
    ...(feedback.signals.length === 0 ? {} : { signals: feedback.signals }),
    ...(feedback.edits.length === 0 ? {} : { edits: feedback.edits }),
  };
}

function strangeReasons(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'an entry that is no span and no log entry');
}
