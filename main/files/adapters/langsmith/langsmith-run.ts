import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
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
} from '../support/fields.ts';
import { knownTime } from '../support/known-time.ts';
import { leftoverColumns } from '../support/leftover-columns.ts';
import { readRecordedInput } from '../support/recorded-input.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';
import { recordedTokens } from '../support/recorded-usage.ts';
import { measured, millisBetween } from '../support/signals.ts';
import { runId } from './merge-runs.ts';

/** A run as an interaction; undefined where it has no output. */
export function runRow(run: JsonObject): ArrivingRow | undefined {
  // The column always holds an object, which a table writes as text.
  const output = readRecordedOutput(openJson(field(run, 'outputs')));
  if (output === undefined) return undefined;
  const input = readRecordedInput(field(run, 'inputs'));
  const extra = objectField(run, 'extra');
  const metadata = { ...objectField(run, 'metadata'), ...objectField(extra, 'metadata') };
  const parameters = objectField(extra, 'invocation_params');
  const trace = textField(run, 'trace_id');
  const prompt = textField(metadata, 'lc_hub_repo');
  const commit = textField(metadata, 'lc_hub_commit_hash');
  const system = output.system === undefined ? [] : [{ role: 'system', content: output.system }];
  return arrivingRow(
    {
      output: output.text,
      messages: input.messages[0]?.['role'] === 'system' ? input.messages : [...system, ...input.messages],
      external_id: runId(run),
      keys: [trace],
      session: textField(metadata, 'thread_id', 'session_id', 'conversation_id'),
      user: textField(metadata, 'user_id', 'userId'),
      model:
        textField(metadata, 'ls_model_name') ??
        textField(parameters, 'model', 'model_name') ??
        textField(output.rest, 'model') ??
        textField(input.rest, 'model'),
      prompt_version:
        prompt !== undefined && commit !== undefined
          ? `${prompt}@${commit}`
          : (commit ?? textField(metadata, 'revision_id')),
      created_at: knownTime(run, 'start_time'),
      signals: measuredSignals(run, output.rest),
    },
    {
      ...leftoverColumns(run, taken),
      ...column('extra', extra),
      ...column('input_details', input.rest),
      ...output.columns,
      ...column('output_details', output.rest),
      ...column(
        'events',
        objectsField(run, 'events').filter((event) => event['name'] !== 'new_token'),
      ),
    },
  );
}

function measuredSignals(run: JsonObject, response: JsonObject): readonly ArrivingSignal[] {
  const start = field(run, 'start_time');
  const firstToken = objectsField(run, 'events').find((event) => event['name'] === 'new_token');
  const tokens = recordedTokens(response);
  return measured({
    latency_ms: millisBetween(start, field(run, 'end_time')),
    time_to_first_token_ms: millisBetween(start, field(run, 'first_token_time') ?? firstToken?.['time']),
    prompt_tokens: numberField(run, 'prompt_tokens') ?? tokens.prompt_tokens,
    completion_tokens: numberField(run, 'completion_tokens') ?? tokens.completion_tokens,
    total_tokens: numberField(run, 'total_tokens') ?? tokens.total_tokens,
    cost_usd: numberField(run, 'total_cost'),
  });
}

/** A run and, where the tree is nested, the runs below it. */
export function runTree(run: JsonObject): readonly JsonObject[] {
  const runs: JsonObject[] = [];
  const open: Json[] = [run];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isJsonObject(next)) continue;
    runs.push(next);
    const children = openJson(next['child_runs']);
    if (isJsonList(children)) open.push(...children.toReversed());
  }
  return runs;
}

const taken: ReadonlySet<string> = new Set([
  'id',
  'trace_id',
  'inputs',
  'outputs',
  'extra',
  'start_time',
  'first_token_time',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'total_cost',
  'child_runs',
  'events',
]);
