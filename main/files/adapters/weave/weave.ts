import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, ArrivingRow, Expander, Expansion } from '../adapter.ts';
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
import { replyBody } from '../support/read-reply.ts';
import { readRecordedInput } from '../support/recorded-input.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';
import { recordedTokens, tokenCounts } from '../support/recorded-usage.ts';
import { measured, millisBetween } from '../support/signals.ts';
import { createTraceRoots, type TraceRoots } from '../support/trace-roots.ts';
import { readFeedback } from './weave-feedback.ts';

/** W&B Weave: calls of a trace, with their feedback where it was exported. */
export const weaveAdapter: Adapter = {
  id: 'weave',
  title: 'W&B Weave calls',
  brings: 'interactions',
  fields: [
    {
      from: 'calls of a provider’s client',
      to: 'one interaction each',
      note: 'told by op_name or a provider’s response; and the root call, where people judged it or the trace has no other',
    },
    { from: 'output', to: 'output', note: 'other parts become tool_calls, reasoning, output_details' },
    { from: 'inputs', to: 'messages', note: 'parameters and tools become input_details' },
    { from: 'id', to: 'external_id' },
    { from: 'trace_id', to: 'keys' },
    { from: 'thread_id', to: 'session' },
    { from: 'wb_user_id', to: 'user' },
    { from: 'inputs.model, output.model, the key of summary.usage', to: 'model' },
    { from: 'op_name', to: 'prompt_version', note: 'name:digest of the op’s version' },
    { from: 'started_at', to: 'created_at' },
    { from: 'summary.weave.latency_ms, started_at to ended_at', to: 'signal latency_ms' },
    { from: 'summary.usage, output.usage', to: 'signals prompt_tokens, completion_tokens, total_tokens' },
    { from: 'summary.weave.feedback[] of wandb.reaction', to: 'signal thumbs or reaction' },
    { from: 'summary.weave.feedback[] of wandb.note', to: 'signal comment' },
    {
      from: 'summary.weave.feedback[] of wandb.annotation',
      to: 'label <name>',
      note: 'a word; other values are signals',
    },
    {
      from: 'summary.weave.feedback[] of wandb.runnable',
      to: 'signal <scorer>_<value>',
      note: 'origin code',
    },
  ],
  recognises: isCall,
  open: openExpander,
};

function isCall(row: JsonObject): boolean {
  return (
    textField(row, 'op_name') !== undefined &&
    textField(row, 'trace_id') !== undefined &&
    ['started_at', 'inputs'].every((name) => Object.hasOwn(row, name))
  );
}

function openExpander(): Expander {
  const roots = createTraceRoots();
  return { push: (row) => expandCall(row, roots), end: roots.end };
}

/** Ops that the SDK puts around the clients of providers, e.g. `openai.chat.completions.create:<digest>`. */
const providerOp =
  /^(?:openai|anthropic|mistralai|cohere|groq|google|litellm|bedrock\w*|vertexai|langchain\.(?:llm|chat\w*))\./i;

function expandCall(row: JsonObject, roots: TraceRoots): Expansion {
  const trace = textField(row, 'trace_id') ?? '';
  const isProvider = providerOp.test(opOf(row)) || replyBody(field(row, 'output')) !== undefined;
  if (/\bembeddings?\b/i.test(opOf(row))) return skip('a call for embeddings');
  if (isProvider) roots.sawCall(trace);
  else if (field(row, 'parent_id') !== undefined) return skip('a call of code, not of an AI');
  const arriving = callRow(row);
  if (arriving === undefined)
    return skip(isProvider ? 'an AI call without an output' : 'a call without an output');
  return isProvider ? { rows: [arriving], skipped: [] } : roots.hold(trace, arriving);
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}

/** `name:digest` of `weave:///entity/project/op/name:digest`. */
function opOf(row: JsonObject): string {
  return textField(row, 'op_name')?.split('/').at(-1) ?? '';
}

function callRow(row: JsonObject): ArrivingRow | undefined {
  const output = readRecordedOutput(field(row, 'output'));
  if (output === undefined) return undefined;
  // The client that a method belongs to is recorded among its arguments.
  const inputs = openJson(field(row, 'inputs'));
  const input = readRecordedInput(isJsonObject(inputs) ? without(inputs, ['self']) : inputs);
  const summary = objectField(row, 'summary');
  const weave = objectField(summary, 'weave');
  const [usage] = Object.entries(objectField(summary, 'usage'));
  const feedback = objectsField(weave, 'feedback').map(readFeedback);
  const op = opOf(row);
  const isVersioned = op.includes(':') && !op.endsWith(':*');
  return arrivingRow(
    {
      output: output.text,
      messages: input.messages,
      external_id: textField(row, 'id'),
      keys: [textField(row, 'trace_id')],
      session: textField(row, 'thread_id'),
      user: textField(row, 'wb_user_id'),
      model: textField(input.rest, 'model') ?? textField(output.rest, 'model') ?? usage?.[0],
      prompt_version: isVersioned ? op : undefined,
      created_at: knownTime(row, 'started_at'),
      signals: [
        ...measuredSignals(row, weave, usage?.[1], output.rest),
        ...feedback.flatMap(({ signals }) => signals),
      ],
      labels: feedback.flatMap(({ labels }) => labels),
    },
    {
      ...leftoverColumns(row, taken),
      ...column('summary', {
        ...without(summary, ['weave']),
        ...column('weave', without(weave, ['feedback'])),
      }),
      ...column('input_details', input.rest),
      ...output.columns,
      ...column('output_details', output.rest),
    },
  );
}

function measuredSignals(
  row: JsonObject,
  weave: JsonObject,
  usage: Json | undefined,
  response: JsonObject,
): ReturnType<typeof measured> {
  const tokens = isJsonObject(usage) ? tokenCounts(usage) : recordedTokens(response);
  return measured({
    latency_ms:
      numberField(weave, 'latency_ms') ?? millisBetween(field(row, 'started_at'), field(row, 'ended_at')),
    ...tokens,
  });
}

const taken: ReadonlySet<string> = new Set([
  'id',
  'trace_id',
  'thread_id',
  'wb_user_id',
  'inputs',
  'output',
  'summary',
  'started_at',
]);
