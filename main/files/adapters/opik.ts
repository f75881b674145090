import { isJsonObject, type JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingSignal, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import {
  field,
  numberField,
  objectField,
  objectsField,
  openJson,
  textField,
  without,
} from './support/fields.ts';
import { readJudgement, type Judge, type Judgement } from './support/judgement.ts';
import { humanOrigin } from './support/person-name.ts';
import { readRecordedCall } from './support/recorded-call.ts';
import { tokenCounts } from './support/recorded-usage.ts';
import { scoreSignals } from './support/score-signals.ts';
import { measured, millisBetween } from './support/signals.ts';

export const opikAdapter: Adapter = {
  id: 'opik',
  title: 'Opik trace or span',
  brings: 'interactions',
  fields: [
    { from: 'input', to: 'messages', note: 'what is beside the conversation: column input_parameters' },
    { from: 'output', to: 'output', note: 'what is beside the text: column output_details' },
    { from: 'id', to: 'external_id' },
    { from: 'trace_id', to: 'keys', note: 'of a span' },
    { from: 'thread_id', to: 'session' },
    { from: 'metadata.user_id', to: 'user' },
    { from: 'model, else metadata.model', to: 'model' },
    { from: 'start_time', to: 'created_at' },
    { from: 'duration, else end_time − start_time', to: 'signal latency_ms', note: 'milliseconds' },
    { from: 'ttft', to: 'signal time_to_first_token_ms', note: 'milliseconds' },
    { from: 'usage', to: 'signals prompt_tokens, completion_tokens, total_tokens' },
    { from: 'total_estimated_cost', to: 'signal cost_usd' },
    {
      from: 'feedback_scores[].value',
      to: 'signal <name>',
      note: 'origin from source and created_by; of several authors one each',
    },
    { from: 'feedback_scores[].category_name', to: 'label <name>', note: 'of a named person' },
    {
      from: 'feedback_scores[].reason',
      to: 'signal comment',
      note: 'of a model or program: <name>_explanation',
    },
    { from: 'feedback_scores.<name>', to: 'signal <name>', note: 'a column of the screen’s export' },
    { from: 'comments[].text', to: 'signal comment' },
    { from: 'spans of type tool, general, guardrail', to: 'skipped' },
  ],
  recognises: (row) => {
    const isTimed = ['id', 'start_time', 'input', 'output'].every((name) => Object.hasOwn(row, name));
    return isTimed && (opikNames.some((name) => Object.hasOwn(row, name)) || hasScoreColumn(row));
  },
  open: () => expandEach(expandTrace),
};

const opikNames = [
  'feedback_scores',
  'total_estimated_cost',
  'span_count',
  'project_name',
  'llm_span_count',
] as const;

const scoreColumn = 'feedback_scores.';

function hasScoreColumn(row: JsonObject): boolean {
  return Object.keys(row).some((name) => name.startsWith(scoreColumn));
}

const callTypes: ReadonlySet<string> = new Set(['', 'llm']);

function expandTrace(row: JsonObject): Expansion {
  if (!callTypes.has(textField(row, 'type') ?? ''))
    return { rows: [], skipped: ['a span that is no AI call'] };
  const call = readRecordedCall(field(row, 'input'), openJson(field(row, 'output')));
  if (call === undefined) return { rows: [], skipped: ['a trace or span without an output'] };
  const metadata = objectField(row, 'metadata');
  const judged = [...scoresOf(row), ...columnScores(row)].map(readJudgement);
  const arriving = arrivingRow(
    {
      output: call.output,
      messages: call.messages,
      external_id: textField(row, 'id'),
      keys: [textField(row, 'trace_id')],
      session: textField(row, 'thread_id'),
      user: textField(metadata, 'user_id'),
      model: textField(row, 'model') ?? textField(metadata, 'model') ?? textField(call.response, 'model'),
      created_at: field(row, 'start_time'),
      signals: [...measurements(row), ...judged.flatMap(({ signals }) => signals), ...comments(row)],
      labels: judged.flatMap(({ labels }) => labels),
    },
    {
      ...without(row, [...taken, ...Object.keys(row).filter((name) => name.startsWith(scoreColumn))]),
      ...call.rest,
    },
  );
  return { rows: [arriving], skipped: [] };
}

const taken = [
  'id',
  'trace_id',
  'thread_id',
  'input',
  'output',
  'model',
  'start_time',
  'duration',
  'ttft',
  'total_estimated_cost',
  'feedback_scores',
  'comments',
] as const;

function measurements(row: JsonObject): readonly ArrivingSignal[] {
  const duration =
    numberField(row, 'duration') ?? millisBetween(field(row, 'start_time'), field(row, 'end_time'));
  return measured({
    latency_ms: duration,
    time_to_first_token_ms: numberField(row, 'ttft'),
    ...tokenCounts(objectField(row, 'usage')),
    cost_usd: numberField(row, 'total_estimated_cost'),
  });
}

/** The score of each of its authors where the export tells them apart, else the one score. */
function scoresOf(row: JsonObject): readonly Judgement[] {
  return objectsField(row, 'feedback_scores').flatMap((score) => {
    const name = textField(score, 'name');
    if (name === undefined) return [];
    const byAuthor = Object.entries(objectField(score, 'value_by_author'));
    const several = byAuthor.flatMap(([author, value]) =>
      isJsonObject(value)
        ? [judgement(name, { source: score['source'] ?? null, created_by: author, ...value })]
        : [],
    );
    return several.length > 1 ? several : [judgement(name, score)];
  });
}

function judgement(name: string, score: JsonObject): Judgement {
  const category = textField(score, 'category_name');
  const by = judge(score);
  const isLabel = category !== undefined && by.kind === 'human' && by.name !== undefined;
  return {
    name,
    // The number behind a category only orders the list of categories.
    score: isLabel ? undefined : field(score, 'value'),
    category,
    explanation: field(score, 'reason'),
    by,
    at: field(score, 'last_updated_at', 'created_at'),
  };
}

function judge(score: JsonObject): Judge {
  const source = textField(score, 'source');
  if (source === 'ui') return { kind: 'human', name: textField(score, 'created_by', 'last_updated_by') };
  if (source === 'online_scoring') return { kind: 'model', name: undefined };
  return { kind: source === 'sdk' ? 'code' : 'unknown', name: undefined };
}

function columnScores(row: JsonObject): readonly Judgement[] {
  return Object.keys(row)
    .filter((name) => name.startsWith(scoreColumn))
    .map((name) => ({
      name: name.slice(scoreColumn.length),
      score: numberField(row, name) ?? field(row, name),
      category: undefined,
      explanation: undefined,
      by: { kind: 'unknown', name: undefined },
    }));
}

function comments(row: JsonObject): readonly ArrivingSignal[] {
  return objectsField(row, 'comments').flatMap((comment) =>
    scoreSignals({
      name: 'comment',
      value: undefined,
      explanation: field(comment, 'text'),
      origin: humanOrigin(textField(comment, 'created_by')),
      at: field(comment, 'created_at'),
    }),
  );
}
