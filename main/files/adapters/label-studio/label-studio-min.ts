import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { targetNames } from '../../../../shared/domain/mapping/target-names.ts';
import {
  expandEach,
  type Adapter,
  type ArrivingLabel,
  type ArrivingSignal,
  type Expansion,
} from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { isCommentName } from '../support/comment-name.ts';
import { field, numberField, openJson, textField, without } from '../support/fields.ts';
import { judgedText } from '../support/judged-text.ts';
import { knownTime } from '../support/known-time.ts';
import { type Mark, markedSpans } from '../support/marked-span.ts';
import { humanOrigin, personName } from '../support/person-name.ts';
import { millis, snakeCase } from '../support/signals.ts';
import { marksOf, resultValue } from './result-value.ts';

/** Label Studio's flat exports: one row per annotation, the task's data and the answers side by side. */
export const labelStudioMinAdapter: Adapter = {
  id: 'label-studio-min',
  title: 'Label Studio export (JSON-MIN, CSV)',
  brings: 'interactions',
  fields: [
    { from: 'a chat, else a column named like an output, else the only running text', to: 'output' },
    { from: 'a column named like an input', to: 'messages' },
    { from: 'id', to: 'external_id' },
    { from: 'annotator', to: 'annotator' },
    {
      from: 'answers that are texts',
      to: 'edit',
      note: 'a column named like an edit; of JSON-MIN also the first answer of several lines or over 80 characters',
    },
    {
      from: 'answers that are choices, ratings, labels',
      to: 'label <from_name>',
      note: 'JSON-MIN lists them between `id` and `annotator`; of a CSV only those that cannot be data',
    },
    {
      from: 'answers that are labels with start, end and text',
      to: 'spans',
      note: 'labels on parts of the output; not where another text is marked',
    },
    { from: 'answers named like a comment', to: 'signal comment' },
    { from: 'lead_time', to: 'signal dwell_ms', note: 'seconds in the file' },
    {
      from: 'annotation_id, created_at, updated_at, ...',
      to: '(their own names)',
      note: 'times of the annotation',
    },
  ],
  recognises: (row) =>
    ['id', 'annotator', 'annotation_id', 'lead_time'].every((name) => Object.hasOwn(row, name)),
  open: () => expandEach(expand),
};

const ownNames = ['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time', 'agreement'];

function expand(row: JsonObject): Expansion {
  const answers = answersOf(row);
  const data = without(row, [...ownNames, ...Object.keys(answers)]);
  const editName = editedColumn(data, answers);
  const edited = editName === undefined ? [] : [editName];
  // Where nothing else is shown, a column that seemed an answer may be.
  const shown = judgedText(without(data, edited)) ?? judgedText(without(row, [...ownNames, ...edited]));
  if (shown === undefined) return { rows: [], skipped: ['a task without a text to judge'] };
  const annotator = personName(field(row, 'annotator')) ?? null;
  const at = knownTime(row, 'updated_at', 'created_at') ?? null;
  const edit = editName === undefined ? undefined : textField(row, editName);
  const others = Object.entries(answers).filter(([name]) => name !== editName && !shown.taken.includes(name));
  const comments = others.filter(([name, value]) => typeof value === 'string' && isCommentName(name));
  const labels = others.filter((answer) => !comments.includes(answer));
  // Marked parts have more to them than their label.
  const told = labels.filter(([, value]) => typeof value !== 'object').map(([name]) => name);
  const arriving = arrivingRow(
    {
      output: shown.output,
      messages: shown.messages,
      model: shown.model,
      external_id: textField(row, 'id'),
      edits: edit === undefined ? [] : [{ text: edit, annotator, at }],
      labels: labels.flatMap(([question, value]) => answerLabel(question, value, annotator)),
      spans: markedSpans(shown.output, labels.flatMap(answerMarks), { annotator, unit: 'utf16' }),
      signals: [...dwellSignal(row), ...comments.map(([, value]) => commentSignal(value, annotator))],
    },
    annotationColumns(row, [...shown.taken, ...told, ...comments.map(([name]) => name), ...edited]),
  );
  return { rows: [arriving], skipped: [] };
}

/** The times are the annotation's, not those of the AI's call. */
function annotationColumns(row: JsonObject, taken: readonly string[]): JsonObject {
  const { created_at, ...rest } = without(row, ['id', 'annotator', 'lead_time', ...taken]);
  return created_at === undefined ? rest : { ...rest, annotation_created_at: created_at };
}

/** The columns that hold answers: those JSON-MIN writes between its own, and those of a form that no data has. */
function answersOf(row: JsonObject): JsonObject {
  const names = Object.keys(row);
  const [start, end] = [names.indexOf('id'), names.indexOf('annotator')];
  // Data may have an `id` of its own, which then comes first and tells nothing.
  const placed = start > 0 ? names.slice(start + 1, Math.max(end, 0)) : [];
  const typed = names.filter((name) => !ownNames.includes(name) && isResult(openJson(row[name])));
  return Object.fromEntries([...new Set([...typed, ...placed])].map((name) => [name, openJson(row[name])]));
}

const resultKeys = ['choices', 'rating', 'selected', 'taxonomy'];

function isResult(value: Json): boolean {
  const list = isJsonList(value) ? value : [value];
  return list.length > 0 && list.every((item) => isJsonObject(item) && isResultObject(item));
}

function isResultObject(item: JsonObject): boolean {
  const isSpan = Object.hasOwn(item, 'start') && Object.hasOwn(item, 'end') && isJsonList(item['labels']);
  return isSpan || (Object.keys(item).length === 1 && resultKeys.some((key) => Object.hasOwn(item, key)));
}

function editedColumn(data: JsonObject, answers: JsonObject): string | undefined {
  const columns = { ...data, ...answers };
  const named = Object.keys(columns).find(
    (name) => targetNames.edit.includes(snakeCase(name)) && typeof columns[name] === 'string',
  );
  if (named !== undefined) return named;
  return Object.keys(answers).find((name) => isLongText(answers[name]) && !isCommentName(name));
}

function isLongText(value: Json | undefined): boolean {
  return typeof value === 'string' && (value.length > 80 || value.includes('\n'));
}

function answerLabel(question: string, value: Json, annotator: string | null): readonly ArrivingLabel[] {
  const items = isJsonList(value) ? value : [value];
  const values = items.flatMap((item): readonly (string | number | boolean)[] => {
    if (isJsonObject(item)) return [resultValue({ value: item }) ?? []].flat();
    return item === null || isJsonList(item) || item === '' ? [] : [item];
  });
  const [first] = values;
  if (first === undefined) return [];
  return [{ question, value: values.length > 1 ? values.map(String) : first, annotator }];
}

function answerMarks([, value]: readonly [string, Json]): readonly Mark[] {
  const items = isJsonList(value) ? value : [value];
  return items.filter(isJsonObject).flatMap(marksOf);
}

function dwellSignal(row: JsonObject): readonly ArrivingSignal[] {
  const value = millis(numberField(row, 'lead_time'));
  return value === undefined ? [] : [{ kind: 'implicit', name: 'dwell_ms', value, unit: 'ms' }];
}

function commentSignal(value: Json, annotator: string | null): ArrivingSignal {
  const text = typeof value === 'string' ? value : '';
  return { kind: 'explicit', name: 'comment', value: text, origin: humanOrigin(annotator ?? undefined) };
}
