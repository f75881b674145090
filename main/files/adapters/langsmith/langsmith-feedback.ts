import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingSignal, type Expansion } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { explicitSignals } from '../support/explicit-signals.ts';
import { field, objectField, openJson, textField } from '../support/fields.ts';
import { leftoverColumns } from '../support/leftover-columns.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';
import { snakeCase } from '../support/signals.ts';

/** LangSmith's feedback, which names the run that it is about. */
export const langsmithFeedbackAdapter: Adapter = {
  id: 'langsmith-feedback',
  title: 'LangSmith feedback',
  brings: 'attachments',
  fields: [
    { from: 'run_id', to: 'external_id' },
    { from: 'trace_id', to: 'keys', note: 'a correction of a run stays with that run' },
    { from: 'score', to: 'signal <key>', note: 'origin from feedback_source' },
    {
      from: 'value',
      to: 'label <key>',
      note: 'a word chosen by a named person; else signal <key>, or <key>_value beside a score',
    },
    { from: 'comment', to: 'signal comment', note: 'signal <key>_explanation for a model’s reasoning' },
    {
      from: 'correction',
      to: 'edits',
      note: 'by feedback_source.user_name; of a score: signal <key>_correction',
    },
    { from: 'created_at', to: 'time of the edit or signal' },
    {
      from: 'feedback_group_id, comparative_experiment_id',
      to: 'metadata',
      note: 'runs compared with each other share the group',
    },
  ],
  recognises: isFeedback,
  open: () => expandEach(expandFeedback),
};

function isFeedback(row: JsonObject): boolean {
  const contents = ['score', 'value', 'comment', 'correction', 'feedback_source'];
  return (
    textField(row, 'key') !== undefined &&
    Object.hasOwn(row, 'run_id') &&
    contents.filter((name) => Object.hasOwn(row, name)).length >= 2
  );
}

interface Said {
  readonly name: string;
  readonly at: Json;
  readonly origin: string | null;
  /** The person who said it, where one is named. */
  readonly person: string | null;
  readonly isModel: boolean;
}

function expandFeedback(row: JsonObject): Expansion {
  const run = textField(row, 'run_id');
  const trace = textField(row, 'trace_id');
  if (run === undefined && trace === undefined) return { rows: [], skipped: ['feedback that names no run'] };
  const said = readSource(row);
  const correction = openJson(field(row, 'correction'));
  const edit = isOfScore(correction) ? undefined : readRecordedOutput(correction);
  const edits = edit === undefined ? [] : [{ text: edit.text, annotator: said.person, at: said.at }];
  const value = openJson(field(row, 'value'));
  const isLabel = typeof value === 'string' && said.person !== null;
  const labels = isLabel ? [{ question: said.name, value, annotator: said.person }] : [];
  const signals = [
    ...scored(row, isLabel ? null : value, said),
    ...commented(row, said),
    ...(isOfScore(correction) ? correctedScore(correction, said) : []),
  ];
  if (edits.length + labels.length + signals.length === 0)
    return { rows: [], skipped: ['feedback without a score, value, comment or correction'] };
  const keys = edits.length > 0 && run !== undefined ? [] : [trace];
  const rest = leftoverColumns(row, typeof value === 'object' ? takenButValue : taken);
  return {
    rows: [arrivingRow({ external_id: run ?? trace, keys, edits, signals, labels }, rest)],
    skipped: [],
  };
}

function readSource(row: JsonObject): Said {
  const source = objectField(row, 'feedback_source');
  const type = textField(source, 'type') ?? '';
  const person = textField(source, 'user_name', 'user_id');
  const judge = textField(objectField(source, 'metadata'), 'model', 'ls_model_name');
  const isModel = ['model', 'auto_eval'].includes(type);
  const said = {
    name: snakeCase(textField(row, 'key') ?? ''),
    at: field(row, 'created_at', 'modified_at') ?? null,
    isModel,
  };
  if (isModel) return { ...said, person: null, origin: judge === undefined ? 'model' : `model:${judge}` };
  if (person !== undefined) return { ...said, person, origin: `human:${person}` };
  return { ...said, person: null, origin: type === 'app' ? 'human' : type === '' ? null : type };
}

function scored(row: JsonObject, value: Json, said: Said): readonly ArrivingSignal[] {
  const score = explicitSignals(said.name, numeric(field(row, 'score')), said);
  const name = score.length > 0 ? `${said.name}_value` : said.name;
  return [...score, ...explicitSignals(name, value, said)];
}

/** A table's cells are texts. */
function numeric(value: Json | undefined): Json | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isFinite(number)) return number;
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

function commented(row: JsonObject, said: Said): readonly ArrivingSignal[] {
  const name = said.isModel ? `${said.name}_explanation` : 'comment';
  return explicitSignals(name, textField(row, 'comment'), said);
}

/** A correction may be of what an evaluator said, not of what the AI wrote. */
function isOfScore(correction: Json): correction is JsonObject {
  if (!isJsonObject(correction)) return false;
  const names = Object.keys(correction);
  return names.length > 0 && names.every((name) => ['score', 'value', 'comment'].includes(name));
}

function correctedScore(correction: JsonObject, said: Said): readonly ArrivingSignal[] {
  return explicitSignals(`${said.name}_correction`, field(correction, 'score', 'value'), said);
}

const takenButValue: ReadonlySet<string> = new Set([
  'id',
  'run_id',
  'trace_id',
  'key',
  'score',
  'comment',
  'correction',
  'feedback_source',
  'created_at',
  'modified_at',
]);

const taken: ReadonlySet<string> = new Set([...takenButValue, 'value']);
