import { isJsonObject, parseJson, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingRow, ArrivingSignal } from '../adapter.ts';
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
import { knownTime } from '../support/known-time.ts';
import { leftoverColumns } from '../support/leftover-columns.ts';
import { readRecordedInput } from '../support/recorded-input.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';
import { recordedTokens, tokenCounts } from '../support/recorded-usage.ts';
import { measured, millis, millisBetween } from '../support/signals.ts';
import {
  isScoreColumn,
  joinJudgements,
  readComments,
  readScore,
  readScoreColumn,
  type Judgement,
} from './langfuse-score.ts';

/**
 * An observation or a trace as an interaction; `trace` is the trace around an observation, where the file has it.
 * Undefined where it has no output.
 */
export function observationRow(
  row: JsonObject,
  trace: JsonObject = {},
  judgements: readonly Judgement[] = [],
): ArrivingRow | undefined {
  const output = readRecordedOutput(unquoted(field(row, 'output')));
  if (output === undefined) return undefined;
  const input = readRecordedInput(unquoted(field(row, 'input')));
  const scoreNames = scoreColumnNames(row);
  const judgement = joinJudgements([...judgements, ownJudgement(row, scoreNames)]);
  const messages =
    output.system === undefined || input.messages[0]?.['content'] === output.system
      ? input.messages
      : [{ role: 'system', content: output.system }, ...input.messages];
  const prompt = textField(row, 'promptName', 'prompt_name');
  const promptVersion = textField(row, 'promptVersion', 'prompt_version');
  const traceId = textField(row, 'traceId', 'trace_id') ?? textField(trace, 'id');
  return arrivingRow(
    {
      output: output.text,
      messages,
      external_id: textField(row, 'id'),
      keys: [traceId],
      session: textField(row, 'sessionId', 'session_id') ?? textField(trace, 'sessionId'),
      user: textField(row, 'userId', 'user_id') ?? textField(trace, 'userId'),
      model:
        textField(row, 'model', 'providedModelName', 'provided_model_name') ??
        textField(output.rest, 'model'),
      prompt_version: [prompt, promptVersion].filter((part) => part !== undefined).join('@') || undefined,
      created_at: knownTime(row, 'startTime', 'start_time', 'timestamp'),
      edits: judgement.edits,
      signals: [...measuredSignals(row, output.rest), ...judgement.signals],
      labels: judgement.labels,
    },
    {
      ...traceColumns(trace),
      ...without(leftoverColumns(row, taken), scoreNames),
      ...column('metadata', openJson(field(row, 'metadata'))),
      ...column('input_details', input.rest),
      ...output.columns,
      ...column('output_details', output.rest),
    },
  );
}

/** A trace holds its text once more encoded as JSON than its observations do. */
function unquoted(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !/^".*"$/s.test(value)) return value;
  try {
    const text = parseJson(value);
    return typeof text === 'string' ? text : value;
  } catch {
    return value;
  }
}

/** What every observation of a trace is found by. */
function traceColumns(trace: JsonObject): JsonObject {
  return {
    ...column('traceName', field(trace, 'name')),
    ...column('tags', openJson(field(trace, 'tags'))),
    ...column('release', field(trace, 'release')),
  };
}

function measuredSignals(row: JsonObject, response: JsonObject): readonly ArrivingSignal[] {
  const start = field(row, 'startTime', 'start_time');
  const usage = objectField(row, 'usageDetails');
  const details = Object.keys(usage).length > 0 ? usage : objectField(row, 'usage_details');
  const counts = Object.keys(details).length > 0 ? details : objectField(row, 'usage');
  const tokens = Object.keys(counts).length > 0 ? tokenCounts(counts) : recordedTokens(response);
  const costs = { ...objectField(row, 'cost_details'), ...objectField(row, 'costDetails') };
  // Old files have milliseconds where newer ones have seconds, so that the times count first.
  const latency =
    millisBetween(start, field(row, 'endTime', 'end_time')) ?? millis(numberField(row, 'latency'));
  const firstToken =
    millisBetween(start, field(row, 'completionStartTime', 'completion_start_time')) ??
    millis(numberField(row, 'timeToFirstToken', 'time_to_first_token'));
  return measured({
    latency_ms: latency,
    time_to_first_token_ms: firstToken,
    prompt_tokens: tokens.prompt_tokens ?? known(row, 'inputUsage', 'promptTokens', 'inputTokens'),
    completion_tokens:
      tokens.completion_tokens ?? known(row, 'outputUsage', 'completionTokens', 'outputTokens'),
    total_tokens: tokens.total_tokens ?? known(row, 'totalUsage', 'totalTokens'),
    cost_usd: numberField(costs, 'total') ?? known(row, 'totalCost', 'total_cost', 'calculatedTotalCost'),
  });
}

/** Zero in these fields means that nothing was counted. */
function known(row: JsonObject, ...names: readonly string[]): number | undefined {
  const value = numberField(row, ...names);
  return value === 0 ? undefined : value;
}

function ownJudgement(row: JsonObject, scoreNames: readonly string[]): Judgement {
  const scores = openJson(field(row, 'scores'));
  const listed = [...objectsField(row, 'scores'), ...objectsField(row, 'corrections')].map(readScore);
  const named = isJsonObject(scores) ? Object.entries(scores) : [];
  const flattened = [...named, ...scoreNames.map((name): [string, Json] => [name, row[name] ?? null])];
  const signals = flattened.flatMap(([name, value]) => readScoreColumn(name, value));
  const comments = readComments(field(row, 'comments'));
  return joinJudgements([...listed, { edits: [], labels: [], signals: [...signals, ...comments] }]);
}

/** A screen's export has a column for each score, named like the score. */
function scoreColumnNames(row: JsonObject): readonly string[] {
  return Object.keys(row).filter(
    (name) => !listColumns.has(name) && !taken.has(name) && isScoreColumn(row[name] ?? null),
  );
}

const listColumns: ReadonlySet<string> = new Set([
  'tags',
  'traceTags',
  'trace_tags',
  'toolCalls',
  'tool_calls',
  'toolCallNames',
  'tool_call_names',
  'toolDefinitions',
  'tool_definitions',
]);

const taken: ReadonlySet<string> = new Set([
  'id',
  'traceId',
  'trace_id',
  'input',
  'output',
  'metadata',
  'sessionId',
  'session_id',
  'userId',
  'user_id',
  'model',
  'providedModelName',
  'provided_model_name',
  'promptName',
  'prompt_name',
  'promptVersion',
  'prompt_version',
  'startTime',
  'start_time',
  'timestamp',
  'latency',
  'timeToFirstToken',
  'time_to_first_token',
  'scores',
  'corrections',
  'comments',
  'observations',
]);
