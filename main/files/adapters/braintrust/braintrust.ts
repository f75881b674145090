import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, ArrivingRow, Expander, Expansion } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { column, field, numberField, objectField, openJson, textField } from '../support/fields.ts';
import { knownTime } from '../support/known-time.ts';
import { leftoverColumns } from '../support/leftover-columns.ts';
import { readRecordedInput } from '../support/recorded-input.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';
import { recordedTokens, tokenCounts } from '../support/recorded-usage.ts';
import { measured, millis } from '../support/signals.ts';
import { createTraceRoots, type TraceRoots } from '../support/trace-roots.ts';
import { commentSignals, expectedEdits, scoreSignals } from './braintrust-judgement.ts';

/** Braintrust: spans of logs and experiments. */
export const braintrustAdapter: Adapter = {
  id: 'braintrust',
  title: 'Braintrust spans',
  brings: 'interactions',
  fields: [
    {
      from: 'span_attributes.type llm',
      to: 'one interaction',
      note: 'and the root span, where people judged it or no llm span of its trace is in the file',
    },
    { from: 'output', to: 'output', note: 'other parts become tool_calls, reasoning, output_details' },
    { from: 'input', to: 'messages', note: 'parameters and tools become input_details' },
    {
      from: 'expected',
      to: 'edits',
      note: 'in an experiment a reference, unless the audit says that somebody changed it',
    },
    { from: 'id', to: 'external_id' },
    { from: 'span_id, root_span_id', to: 'keys' },
    { from: 'metadata.session_id, thread_id, conversation_id', to: 'session' },
    { from: 'metadata.user_id', to: 'user' },
    { from: 'metadata.model', to: 'model' },
    { from: 'metadata.prompt', to: 'prompt_version', note: 'its id and version' },
    { from: 'created, metrics.start', to: 'created_at' },
    { from: 'metrics.start to metrics.end', to: 'signal latency_ms', note: 'seconds in the file' },
    { from: 'metrics.time_to_first_token', to: 'signal time_to_first_token_ms', note: 'seconds in the file' },
    {
      from: 'metrics.prompt_tokens, completion_tokens, tokens',
      to: 'signals prompt_tokens, completion_tokens, total_tokens',
    },
    { from: 'metrics.estimated_cost', to: 'signal cost_usd' },
    { from: 'scores', to: 'signal <name>', note: 'origin human where the audit names a person' },
    { from: 'comments', to: 'signal comment' },
  ],
  recognises: isSpan,
  open: openExpander,
};

function isSpan(row: JsonObject): boolean {
  return (
    textField(row, 'span_id') !== undefined &&
    textField(row, 'root_span_id') !== undefined &&
    ['span_attributes', 'span_parents', 'is_root'].some((name) => Object.hasOwn(row, name)) &&
    ['input', 'output'].some((name) => Object.hasOwn(row, name))
  );
}

function openExpander(): Expander {
  const roots = createTraceRoots();
  return { push: (row) => expandSpan(row, roots), end: roots.end };
}

function expandSpan(row: JsonObject, roots: TraceRoots): Expansion {
  const type = textField(objectField(row, 'span_attributes'), 'type') ?? '';
  const trace = textField(row, 'root_span_id') ?? '';
  if (type === 'llm') roots.sawCall(trace);
  else if (!isRoot(row)) return skip('a span that is no AI call');
  const arriving = spanRow(row);
  if (arriving === undefined)
    return skip(type === 'llm' ? 'an AI call without an output' : 'a span without an output');
  return type === 'llm' ? { rows: [arriving], skipped: [] } : roots.hold(trace, arriving);
}

function isRoot(row: JsonObject): boolean {
  const isMarked = row['is_root'] === true || textField(row, 'is_root')?.toLowerCase() === 'true';
  return isMarked || textField(row, 'span_id') === textField(row, 'root_span_id');
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}

function spanRow(row: JsonObject): ArrivingRow | undefined {
  const output = readRecordedOutput(field(row, 'output'));
  if (output === undefined) return undefined;
  const input = readRecordedInput(field(row, 'input'));
  const metadata = objectField(row, 'metadata');
  const metrics = objectField(row, 'metrics');
  const prompt = objectField(metadata, 'prompt');
  const promptId = [textField(prompt, 'id', 'key'), textField(prompt, 'version')].filter(
    (part) => part !== undefined,
  );
  const edits = expectedEdits(row);
  return arrivingRow(
    {
      output: output.text,
      messages: input.messages,
      external_id: textField(row, 'id'),
      keys: [textField(row, 'span_id'), textField(row, 'root_span_id')],
      session: textField(metadata, 'session_id', 'thread_id', 'conversation_id'),
      user: textField(metadata, 'user_id', 'userId'),
      model:
        textField(metadata, 'model') ?? textField(output.rest, 'model') ?? textField(input.rest, 'model'),
      prompt_version:
        promptId.length > 0 ? promptId.join('@') : textField(metadata, 'prompt', 'prompt_version'),
      created_at: knownTime(row, 'created') ?? knownTime(metrics, 'start'),
      edits,
      signals: [...measuredSignals(metrics, output.rest), ...scoreSignals(row), ...commentSignals(row)],
    },
    {
      ...leftoverColumns(row, taken),
      ...column('metadata', openJson(field(row, 'metadata'))),
      ...column('expected', edits.length > 0 ? null : openJson(field(row, 'expected'))),
      ...column('input_details', input.rest),
      ...output.columns,
      ...column('output_details', output.rest),
    },
  );
}

function measuredSignals(metrics: JsonObject, response: JsonObject): ReturnType<typeof measured> {
  const [start, end] = [numberField(metrics, 'start'), numberField(metrics, 'end')];
  const isTimed = start !== undefined && end !== undefined && end >= start;
  const own = tokenCounts(metrics);
  const reported = recordedTokens(response);
  return measured({
    latency_ms: isTimed ? Math.round((end - start) * 1000) : undefined,
    time_to_first_token_ms: millis(numberField(metrics, 'time_to_first_token')),
    prompt_tokens: own.prompt_tokens ?? reported.prompt_tokens,
    completion_tokens: own.completion_tokens ?? reported.completion_tokens,
    total_tokens: numberField(metrics, 'tokens') ?? own.total_tokens ?? reported.total_tokens,
    cost_usd: numberField(metrics, 'estimated_cost', 'cost'),
  });
}

const taken: ReadonlySet<string> = new Set([
  'id',
  'span_id',
  'root_span_id',
  'input',
  'output',
  'expected',
  'metadata',
  'created',
  'scores',
  'comments',
]);
