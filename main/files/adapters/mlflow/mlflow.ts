import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import {
  expandEach,
  type Adapter,
  type ArrivingRow,
  type ArrivingSignal,
  type Expansion,
} from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import {
  column,
  field,
  numberField,
  objectField,
  objectsField,
  openJson,
  textField,
  without,
} from '../support/fields.ts';
import { readRecordedCall, type RecordedCall } from '../support/recorded-call.ts';
import { recordedTokens, tokenCounts } from '../support/recorded-usage.ts';
import { measured, millis, preferLast } from '../support/signals.ts';
import { readAssessments } from './assessments.ts';
import { decoded, isTrace, openTrace, type Trace, type TraceSpan } from './trace.ts';

export const mlflowAdapter: Adapter = {
  id: 'mlflow',
  title: 'MLflow trace',
  brings: 'interactions',
  fields: [
    {
      from: 'data.spans[] of type CHAT_MODEL or LLM',
      to: 'one interaction each',
      note: 'without any, the trace is one; other spans are skipped',
    },
    { from: 'mlflow.spanInputs, else request', to: 'messages' },
    { from: 'mlflow.spanOutputs, else response', to: 'output' },
    { from: 'span_id, else trace_id', to: 'external_id' },
    { from: 'trace_id, request_id, client_request_id', to: 'keys' },
    { from: 'trace_metadata mlflow.trace.session', to: 'session' },
    { from: 'trace_metadata mlflow.trace.user', to: 'user' },
    { from: 'mlflow.llm.model, else model of the inputs or outputs', to: 'model' },
    { from: 'tags mlflow.linkedPrompts', to: 'prompt_version', note: '`name@version` of the first' },
    { from: 'start_time_unix_nano, else request_time or timestamp_ms', to: 'created_at' },
    {
      from: 'end − start, else execution_duration',
      to: 'signal latency_ms',
      note: 'ns of spans, ms of traces',
    },
    { from: 'mlflow.chat.tokenUsage, usage', to: 'signals prompt_tokens, completion_tokens, total_tokens' },
    {
      from: 'assessments[].feedback',
      to: 'signal <name>',
      note: 'of the trace: at its last call. A named person’s category is label <name>',
    },
    {
      from: 'assessments[].rationale',
      to: 'signal comment',
      note: 'of a model or program: <name>_explanation',
    },
    {
      from: 'assessments[].expectation of a person',
      to: 'edits',
      note: 'a text named like expected_response; others: column assessments',
    },
  ],
  recognises: (row) => tracesOf(row).some(isTrace),
  open: () => expandEach(expandTraces),
};

/** The answer of a search holds its traces in a list. */
function tracesOf(row: JsonObject): readonly JsonObject[] {
  return Array.isArray(row['traces']) ? objectsField(row, 'traces') : [row];
}

function expandTraces(row: JsonObject): Expansion {
  const expansions = tracesOf(row).map((trace) => expandTrace(openTrace(trace)));
  return {
    rows: expansions.flatMap(({ rows }) => rows),
    skipped: expansions.flatMap(({ skipped }) => skipped),
  };
}

const callTypes: ReadonlySet<string> = new Set(['CHAT_MODEL', 'LLM']);

interface SpanCall {
  readonly span: TraceSpan;
  readonly call: RecordedCall;
}

function expandTrace(trace: Trace): Expansion {
  const calls = trace.spans
    .filter(({ type }) => callTypes.has(type))
    .map((span) => ({ span, call: readRecordedCall(span.inputs, span.outputs) }))
    .filter((found): found is SpanCall => found.call !== undefined)
    .toSorted((a, b) => (a.span.endNs ?? 0) - (b.span.endNs ?? 0));
  if (calls.length === 0) return expandWhole(trace);
  const callIds = new Set(calls.map(({ span }) => span.id));
  const rows = calls.map(({ span, call }, at) => {
    const isLast = at === calls.length - 1;
    const own = trace.assessments.filter((assessment) => {
      const spanId = textField(assessment, 'span_id');
      return spanId !== undefined && callIds.has(spanId) ? spanId === span.id : isLast;
    });
    return rowOf(trace, span, call, own);
  });
  const others = trace.spans.length - calls.length;
  return { rows, skipped: Array.from({ length: others }, () => 'a span that is no AI call') };
}

function expandWhole(trace: Trace): Expansion {
  const root = trace.spans.find(({ isRoot }) => isRoot);
  const call = readRecordedCall(root?.inputs ?? trace.request, root?.outputs ?? trace.response);
  if (call === undefined) return { rows: [], skipped: ['a trace without an output'] };
  return { rows: [rowOf(trace, undefined, call, trace.assessments)], skipped: [] };
}

function rowOf(
  trace: Trace,
  span: TraceSpan | undefined,
  call: RecordedCall,
  assessments: readonly JsonObject[],
): ArrivingRow {
  const { edits, signals, labels, rest } = readAssessments(assessments);
  const ids = [span?.id, ...trace.ids].filter((id) => id !== undefined);
  return arrivingRow(
    {
      output: call.output,
      messages: call.messages,
      external_id: ids[0],
      keys: ids,
      session: textField(trace.metadata, 'mlflow.trace.session'),
      user: textField(trace.metadata, 'mlflow.trace.user'),
      model: modelOf(span, call),
      prompt_version: promptVersion(trace),
      created_at: span?.startNs ?? field(trace.info, 'request_time', 'timestamp_ms'),
      edits,
      labels,
      signals: [...measurements(trace, span, call), ...signals],
    },
    {
      ...column('name', span?.name),
      ...column('attributes', span === undefined ? {} : without(span.attributes, takenAttributes)),
      ...column('trace_metadata', without(trace.metadata, takenMetadata)),
      ...column('tags', trace.tags),
      ...without(trace.info, takenInfo),
      ...call.rest,
      ...rest,
    },
  );
}

const takenAttributes = [
  'mlflow.spanType',
  'mlflow.llm.model',
  'mlflow.chat.tokenUsage',
  'mlflow.traceRequestId',
];
const takenMetadata = [
  'mlflow.trace.session',
  'mlflow.trace.user',
  'mlflow.trace.tokenUsage',
  'mlflow.traceInputs',
  'mlflow.traceOutputs',
];
const takenInfo = [
  'trace_id',
  'request_id',
  'client_request_id',
  'request_time',
  'timestamp_ms',
  'execution_duration',
  'execution_duration_ms',
  'execution_time_ms',
  'trace_metadata',
  'request_metadata',
  'tags',
  'assessments',
  'spans',
  'request',
  'response',
  'request_preview',
  'response_preview',
  'trace',
];

function modelOf(span: TraceSpan | undefined, call: RecordedCall): string | undefined {
  const stated = decoded(span?.attributes['mlflow.llm.model']);
  if (typeof stated === 'string') return stated;
  return textField(call.response, 'model') ?? textField(objectField(call.rest, 'input_parameters'), 'model');
}

function promptVersion(trace: Trace): string | undefined {
  const [prompt = {}] = objectsField(trace.tags, 'mlflow.linkedPrompts');
  const [name, version] = [textField(prompt, 'name'), textField(prompt, 'version')];
  return name === undefined || version === undefined ? name : `${name}@${version}`;
}

function measurements(
  trace: Trace,
  span: TraceSpan | undefined,
  call: RecordedCall,
): readonly ArrivingSignal[] {
  const usage: Json = openJson(
    span === undefined
      ? trace.metadata['mlflow.trace.tokenUsage']
      : span.attributes['mlflow.chat.tokenUsage'],
  );
  const told = isJsonObject(usage) ? usage : {};
  return preferLast(
    measured({
      latency_ms: span === undefined ? traceMillis(trace.info) : spanMillis(span),
      ...(Object.keys(told).length > 0 ? tokenCounts(told) : recordedTokens(call.response)),
    }),
  );
}

function spanMillis({ startNs, endNs }: TraceSpan): number | undefined {
  return startNs === undefined || endNs === undefined || endNs < startNs
    ? undefined
    : Math.round((endNs - startNs) / 1e6);
}

/** Milliseconds, or a duration such as `1.25s`. */
function traceMillis(info: JsonObject): number | undefined {
  const known = numberField(info, 'execution_duration_ms', 'execution_time_ms', 'execution_duration');
  if (known !== undefined) return known;
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(textField(info, 'execution_duration') ?? '')?.[1];
  return seconds === undefined ? undefined : millis(Number(seconds));
}
