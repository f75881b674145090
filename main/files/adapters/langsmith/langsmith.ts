import { isJsonList, type JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, Expander, Expansion } from '../adapter.ts';
import { field, objectField, objectsField, textField } from '../support/fields.ts';
import { createTraceRoots, type TraceRoots } from '../support/trace-roots.ts';
import { runRow, runTree } from './langsmith-run.ts';
import { createRunMerger } from './merge-runs.ts';

/** LangSmith: runs of an export, and the batches in which its client sends them. */
export const langsmithAdapter: Adapter = {
  id: 'langsmith',
  title: 'LangSmith runs',
  brings: 'interactions',
  fields: [
    { from: 'post[], patch[]', to: 'one run for each id', note: 'also across rows; child_runs are runs too' },
    {
      from: 'run_type llm',
      to: 'one interaction',
      note: 'the root run of a trace where the file has no llm run of it',
    },
    { from: 'outputs', to: 'output', note: 'other parts become tool_calls, reasoning, output_details' },
    { from: 'inputs', to: 'messages', note: 'parameters and tools become input_details' },
    { from: 'id', to: 'external_id', note: 'or the end of dotted_order' },
    { from: 'trace_id', to: 'keys' },
    {
      from: 'extra.metadata.thread_id, session_id, conversation_id',
      to: 'session',
      note: 'the run’s own session_id is a project',
    },
    { from: 'extra.metadata.user_id', to: 'user' },
    { from: 'extra.metadata.ls_model_name, extra.invocation_params.model', to: 'model' },
    {
      from: 'extra.metadata.lc_hub_repo, lc_hub_commit_hash',
      to: 'prompt_version',
      note: 'else revision_id',
    },
    { from: 'start_time', to: 'created_at' },
    { from: 'start_time to end_time', to: 'signal latency_ms' },
    { from: 'start_time to first_token_time, events[] new_token', to: 'signal time_to_first_token_ms' },
    {
      from: 'prompt_tokens, outputs.usage_metadata',
      to: 'signals prompt_tokens, completion_tokens, total_tokens',
    },
    { from: 'total_cost', to: 'signal cost_usd' },
  ],
  recognises: (row) => isRun(row) || batchParts(row).some(isRun),
  open: openExpander,
};

const runTypes: ReadonlySet<string> = new Set([
  'llm',
  'chain',
  'tool',
  'retriever',
  'prompt',
  'parser',
  'embedding',
]);

/** A run, or the part of one that a patch brings. */
function isRun(row: JsonObject): boolean {
  const order = row['dotted_order'];
  if (typeof order === 'string' && /^\d{8}T\d+Z/.test(order)) return true;
  return (
    runTypes.has(textField(row, 'run_type') ?? '') &&
    ['inputs', 'outputs'].some((name) => Object.hasOwn(row, name)) &&
    ['trace_id', 'session_id', 'session_name', 'parent_run_id', 'start_time'].some((name) =>
      Object.hasOwn(row, name),
    )
  );
}

function batchParts(row: JsonObject): readonly JsonObject[] {
  return isJsonList(row['post']) || isJsonList(row['patch'])
    ? [...objectsField(row, 'post'), ...objectsField(row, 'patch')]
    : [];
}

function openExpander(): Expander {
  const merger = createRunMerger();
  const roots = createTraceRoots();
  const expandAll = (runs: readonly JsonObject[]): readonly Expansion[] =>
    runs.map((run) => expandRun(run, roots));
  return {
    push: (row) => {
      const parts = isRun(row) ? [row] : batchParts(row);
      const runs = parts.flatMap(runTree).flatMap((part) => merger.add(part));
      return joined(expandAll(runs));
    },
    end: () => joined([...expandAll(merger.end()), roots.end()]),
  };
}

function joined(expansions: readonly Expansion[]): Expansion {
  return {
    rows: expansions.flatMap(({ rows }) => rows),
    skipped: expansions.flatMap(({ skipped }) => skipped),
  };
}

function expandRun(run: JsonObject, roots: TraceRoots): Expansion {
  const trace = textField(run, 'trace_id') ?? '';
  if (isCall(run)) {
    roots.sawCall(trace);
    const row = runRow(run);
    return row === undefined ? skip('an llm run without an output') : { rows: [row], skipped: [] };
  }
  const type = textField(run, 'run_type') ?? '';
  const row = isRoot(run) ? runRow(run) : undefined;
  if (row !== undefined) return roots.hold(trace, row);
  return skip(
    runTypes.has(type) ? `a run of type ${type}` : 'a part of a run whose beginning is not in the file',
  );
}

/** A patch whose post is elsewhere does not tell its type, but its metadata may tell its model. */
function isCall(run: JsonObject): boolean {
  const type = textField(run, 'run_type');
  if (type !== undefined) return type === 'llm';
  const metadata = objectField(objectField(run, 'extra'), 'metadata');
  return field(metadata, 'ls_model_type', 'ls_model_name') !== undefined;
}

function isRoot(run: JsonObject): boolean {
  const isChain = textField(run, 'run_type') === 'chain';
  return isChain && field(run, 'parent_run_id') === undefined && textField(run, 'trace_id') !== undefined;
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}
