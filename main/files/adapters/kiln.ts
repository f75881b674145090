import { isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import {
  expandEach,
  type Adapter,
  type ArrivingEdit,
  type ArrivingSignal,
  type Expansion,
} from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { boundContext } from './support/bounded-context.ts';
import { plainText } from './support/content-parts.ts';
import { column, field, listField, numberField, objectField, textField, without } from './support/fields.ts';
import { knownTime, withoutTime } from './support/known-time.ts';
import { humanOrigin } from './support/person-name.ts';
import { isAssistantTurn, readTurn } from './support/read-turn.ts';
import { measured, snakeCase } from './support/signals.ts';

/** Kiln's task_run.kiln files: one run, its rating and its repaired output. */
export const kilnAdapter: Adapter = {
  id: 'kiln',
  title: 'Kiln run',
  brings: 'interactions',
  fields: [
    { from: 'output.output', to: 'output' },
    {
      from: 'trace',
      to: 'messages',
      note: 'up to its last reply; without a trace, `input` as the user’s message',
    },
    { from: 'id', to: 'external_id' },
    { from: 'output.source.properties.model_name', to: 'model' },
    { from: 'output.source.properties.prompt_id', to: 'prompt_version' },
    { from: 'created_at', to: 'created_at' },
    { from: 'repaired_output.output', to: 'edit', note: 'by repaired_output.created_by' },
    {
      from: 'output.rating.value',
      to: 'signal rating',
      note: 'the unit is the rating’s type, e.g. five_star',
    },
    { from: 'output.rating.requirement_ratings', to: 'signal requirement_<id>' },
    { from: 'repaired_output.rating.value', to: 'signal repaired_rating' },
    {
      from: 'usage.input_tokens, output_tokens, total_tokens, cost, total_llm_latency_ms',
      to: 'signals prompt_tokens, completion_tokens, total_tokens, cost_usd, latency_ms',
    },
    { from: 'input_source, intermediate_outputs, tags, ...', to: '(their own names)' },
    { from: 'model_type project, task, feedback, ...', to: '(skipped)' },
  ],
  recognises,
  open: () => expandEach(expand),
};

const otherTypes: ReadonlySet<string> = new Set([
  'project',
  'task',
  'feedback',
  'finetune',
  'prompt',
  'eval',
  'eval_config',
  'eval_run',
  'task_run_config',
  'dataset_split',
]);

function recognises(row: JsonObject): boolean {
  if (typeof row['v'] !== 'number') return false;
  const type = row['model_type'];
  if (typeof type === 'string') return type === 'task_run' || otherTypes.has(type);
  return isRun(row) && isJsonObject(row['input_source'] ?? objectField(row, 'output')['source']);
}

function isRun(row: JsonObject): boolean {
  return typeof objectField(row, 'output')['output'] === 'string' && Object.hasOwn(row, 'input');
}

const takenNames = ['v', 'id', 'model_type', 'input', 'trace', 'output', 'repaired_output', 'usage'];
const usageNames = ['input_tokens', 'output_tokens', 'total_tokens', 'cost', 'total_llm_latency_ms'];

function expand(row: JsonObject): Expansion {
  const type = textField(row, 'model_type') ?? 'task_run';
  if (type !== 'task_run') return { rows: [], skipped: [`a Kiln ${type.replaceAll('_', ' ').slice(0, 40)}`] };
  const output = objectField(row, 'output');
  const text = field(output, 'output');
  if (text === undefined) return { rows: [], skipped: ['a run without an output'] };
  const properties = objectField(objectField(output, 'source'), 'properties');
  const usage = objectField(row, 'usage');
  const arriving = arrivingRow(
    {
      output: plainText(text),
      messages: messagesOf(row),
      external_id: textField(row, 'id'),
      model: textField(properties, 'model_name'),
      prompt_version: textField(properties, 'prompt_id'),
      created_at: knownTime(row, 'created_at'),
      edits: editsOf(row),
      signals: [...ratingsOf(row), ...usageSignals(usage)],
    },
    {
      ...withoutTime(row, 'created_at', takenNames),
      ...column('output_source', without(objectField(output, 'source'), ['properties'])),
      ...column('output_properties', without(properties, ['model_name', 'prompt_id'])),
      ...column('output_rating', objectField(output, 'rating')),
      ...column('repaired_output', without(objectField(row, 'repaired_output'), ['output'])),
      ...column('usage', without(usage, usageNames)),
    },
  );
  return { rows: [arriving], skipped: [] };
}

function messagesOf(row: JsonObject): readonly JsonObject[] {
  const turns = listField(row, 'trace').map(readTurn);
  const last = turns.findLastIndex(isAssistantTurn);
  if (last > 0) return boundContext(turns, last).messages;
  const input = field(row, 'input');
  return input === undefined ? [] : [{ role: 'user', content: plainText(input) }];
}

function editsOf(row: JsonObject): readonly ArrivingEdit[] {
  const repaired = objectField(row, 'repaired_output');
  const { output } = repaired;
  if (typeof output !== 'string') return [];
  const properties = objectField(objectField(repaired, 'source'), 'properties');
  const annotator = textField(properties, 'created_by') ?? textField(repaired, 'created_by') ?? null;
  return [{ text: output, annotator, at: knownTime(repaired, 'created_at') ?? null }];
}

function ratingsOf(row: JsonObject): readonly ArrivingSignal[] {
  const rating = objectField(objectField(row, 'output'), 'rating');
  const requirements = Object.entries(objectField(rating, 'requirement_ratings'));
  return [
    ...ratingSignal('rating', rating, rating),
    ...requirements.flatMap(([id, value]) => ratingSignal(`requirement_${snakeCase(id)}`, value, rating)),
    ...ratingSignal('repaired_rating', objectField(objectField(row, 'repaired_output'), 'rating'), rating),
  ];
}

/** A rating is an object with its type, or in older files the bare number. */
function ratingSignal(name: string, given: Json, whole: JsonObject): readonly ArrivingSignal[] {
  const rating = isJsonObject(given) ? given : { value: given };
  const value = numberField(rating, 'value');
  if (value === undefined) return [];
  const by = textField(rating, 'created_by') ?? textField(whole, 'created_by');
  const at = knownTime(rating, 'created_at') ?? null;
  return [
    { kind: 'explicit', name, value, unit: textField(rating, 'type') ?? null, at, origin: humanOrigin(by) },
  ];
}

function usageSignals(usage: JsonObject): readonly ArrivingSignal[] {
  return measured({
    prompt_tokens: numberField(usage, 'input_tokens'),
    completion_tokens: numberField(usage, 'output_tokens'),
    total_tokens: numberField(usage, 'total_tokens'),
    cost_usd: numberField(usage, 'cost'),
    latency_ms: numberField(usage, 'total_llm_latency_ms'),
  });
}
