import { isJsonObject, type JsonObject } from '../../../../shared/domain/json.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import type { Adapter, Expander, Expansion } from '../adapter.ts';
import { field, objectField, objectsField, openJson, textField } from '../support/fields.ts';
import { createTraceRoots, type TraceRoots } from '../support/trace-roots.ts';
import { observationRow } from './langfuse-observation.ts';
import { isObservationType, isRoot, reasonOf, typeOf } from './observation-type.ts';
import { expandTrace } from './expand-trace.ts';

/** Langfuse: downloaded traces, and observations or traces of the screen's exports and the blob export. */
export const langfuseAdapter: Adapter = {
  id: 'langfuse',
  title: 'Langfuse traces and observations',
  brings: 'interactions',
  fields: [
    {
      from: 'observations[] of type GENERATION',
      to: 'one interaction each',
      note: 'without any, the trace or its root observation',
    },
    {
      from: 'output',
      to: 'output',
      note: 'the text of a provider’s response; other parts become tool_calls, reasoning, output_details',
    },
    { from: 'input', to: 'messages', note: 'parameters and tools become input_details' },
    { from: 'id', to: 'external_id' },
    { from: 'traceId', to: 'keys' },
    { from: 'sessionId', to: 'session', note: 'of the observation, else of its trace' },
    { from: 'userId', to: 'user', note: 'of the observation, else of its trace' },
    { from: 'model, providedModelName', to: 'model' },
    { from: 'promptName, promptVersion', to: 'prompt_version', note: 'name@version' },
    { from: 'startTime, timestamp', to: 'created_at' },
    { from: 'startTime to endTime, latency', to: 'signal latency_ms' },
    { from: 'startTime to completionStartTime, timeToFirstToken', to: 'signal time_to_first_token_ms' },
    { from: 'usageDetails, usage', to: 'signals prompt_tokens, completion_tokens, total_tokens' },
    { from: 'costDetails.total, totalCost', to: 'signal cost_usd' },
    {
      from: 'scores[], columns named like scores',
      to: 'signal <name>',
      note: 'scores of the trace go to its last generation',
    },
    { from: 'scores[] of type CATEGORICAL, source ANNOTATION', to: 'label <name>' },
    { from: 'corrections[]', to: 'edits' },
    { from: 'comments', to: 'signal comment' },
    {
      from: 'trace',
      to: 'traceName, tags, release',
      note: 'the rest of the trace goes to its last generation',
    },
  ],
  recognises: (row) => isTraceFile(row) || isObservation(row) || isTrace(row),
  open: openExpander,
};

/** Names that only Langfuse gives to fields of an observation. */
const marks = [
  'completionStartTime',
  'completion_start_time',
  'usageDetails',
  'usage_details',
  'parentObservationId',
  'parent_observation_id',
  'providedModelName',
  'provided_model_name',
  'statusMessage',
  'isRootObservation',
  'calculatedTotalCost',
];

function isTraceFile(row: JsonObject): boolean {
  const trace = openJson(row['trace']);
  return (
    isJsonObject(trace) && typeof trace['id'] === 'string' && Array.isArray(openJson(row['observations']))
  );
}

function isObservation(row: JsonObject): boolean {
  return (
    isObservationType(typeOf(row)) &&
    textField(row, 'traceId', 'trace_id') !== undefined &&
    field(row, 'startTime', 'start_time') !== undefined &&
    marks.some((name) => Object.hasOwn(row, name))
  );
}

function isTrace(row: JsonObject): boolean {
  return (
    textField(row, 'id') !== undefined &&
    parseInstant(field(row, 'timestamp')) !== undefined &&
    ['sessionId', 'userId', 'output'].every((name) => Object.hasOwn(row, name)) &&
    ['bookmarked', 'htmlPath', 'traceTags', 'projectId', 'environment'].some((name) =>
      Object.hasOwn(row, name),
    )
  );
}

function openExpander(): Expander {
  const roots = createTraceRoots();
  return {
    push: (row) => {
      if (isTraceFile(row)) return expandTrace(objectField(row, 'trace'), objectsField(row, 'observations'));
      if (isObservation(row)) return expandObservation(row, roots);
      return expandTrace(row, objectsField(row, 'observations'));
    },
    end: roots.end,
  };
}

function expandObservation(row: JsonObject, roots: TraceRoots): Expansion {
  const trace = textField(row, 'traceId', 'trace_id') ?? '';
  const isCall = typeOf(row) === 'GENERATION';
  if (isCall) roots.sawCall(trace);
  if (!isCall && !isRoot(row)) return skip(row);
  const arriving = observationRow(row);
  if (arriving === undefined) return skip(row);
  return isCall ? { rows: [arriving], skipped: [] } : roots.hold(trace, arriving);
}

function skip(row: JsonObject): Expansion {
  return { rows: [], skipped: [reasonOf(row)] };
}
