import { isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import { targetNames } from '../../../shared/domain/mapping/target-names.ts';
import {
  expandEach,
  type Adapter,
  type ArrivingLabel,
  type ArrivingSignal,
  type Expansion,
} from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import {
  field,
  listField,
  numberField,
  objectField,
  objectsField,
  textField,
  without,
} from './support/fields.ts';
import { markedSpans } from './support/marked-span.ts';
import { namedColumn } from './support/named-column.ts';
import { spanLabel } from './support/span-label.ts';

/** Prodigy's db-out: one decision of one annotator per row. */
export const prodigyAdapter: Adapter = {
  id: 'prodigy',
  title: 'Prodigy annotations',
  brings: 'interactions',
  fields: [
    { from: 'response, completion, ... | text | html', to: 'output', note: 'the first that is there' },
    { from: 'prompt, question, input, ...', to: 'messages', note: 'as the user’s message' },
    { from: '_task_hash', to: 'external_id', note: '_input_hash is a further key' },
    {
      from: 'answer',
      to: 'label <label>',
      note: 'named by `label`, else `answer`: accept, reject or ignore',
    },
    { from: 'accept', to: 'label accept', note: 'ids of the chosen options; not where the answer is ignore' },
    { from: 'spans', to: 'label spans', note: '`LABEL[start:end]`; not where the answer is ignore' },
    { from: 'spans', to: 'spans', note: 'labels on parts of the output; not where the answer is ignore' },
    { from: 'user_input', to: 'edit', note: 'what the annotator wrote into the field of that name' },
    { from: '_annotator_id, _session_id', to: 'annotator' },
    { from: 'score, meta.score', to: 'signal score', note: 'of the model in the loop' },
  ],
  recognises: (row) => isHash(row['_input_hash']) && isHash(row['_task_hash']),
  open: () => expandEach(expand),
};

function isHash(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));
}

/** `answer` and the like are the annotator's here; plain texts come after what a model is named by. */
const outputNames = [...targetNames.output.filter((name) => name !== 'answer'), 'html'];

const takenNames = [
  '_task_hash',
  '_input_hash',
  'answer',
  'accept',
  'user_input',
  '_annotator_id',
  '_session_id',
];

function expand(row: JsonObject): Expansion {
  const outputName = namedColumn(row, outputNames);
  if (outputName === undefined) return { rows: [], skipped: ['an example without a text'] };
  const inputName = namedColumn(row, targetNames.input);
  const annotator = textField(row, '_annotator_id', '_session_id') ?? null;
  const edit = textField(row, 'user_input');
  const input = inputName === undefined ? undefined : textField(row, inputName);
  const output = textField(row, outputName) ?? '';
  const arriving = arrivingRow(
    {
      output,
      messages: input === undefined ? [] : [{ role: 'user', content: input }],
      external_id: textField(row, '_task_hash'),
      keys: [textField(row, '_input_hash')],
      edits: edit === undefined ? [] : [{ text: edit, annotator }],
      signals: signalsOf(row),
      labels: labelsOf(row, annotator),
      spans: markedSpans(output, marksOf(row), { annotator, unit: 'code_point' }),
    },
    without(row, [...takenNames, outputName, ...(inputName === undefined ? [] : [inputName])]),
  );
  return { rows: [arriving], skipped: [] };
}

function signalsOf(row: JsonObject): readonly ArrivingSignal[] {
  const score = numberField(row, 'score') ?? numberField(objectField(row, 'meta'), 'score');
  return score === undefined ? [] : [{ kind: 'explicit', name: 'score', value: score, origin: 'model' }];
}

function labelsOf(row: JsonObject, annotator: string | null): readonly ArrivingLabel[] {
  const answer = textField(row, 'answer');
  const decision = { question: textField(row, 'label') ?? 'answer', value: answer ?? '' };
  const choices = answer === 'ignore' ? [] : [acceptedOptions(row), spanAnswers(row)];
  return [...(answer === undefined ? [] : [decision]), ...choices]
    .filter(({ value }) => value.length > 0)
    .map(({ question, value }) => ({ question, value, annotator }));
}

function acceptedOptions(row: JsonObject): { question: string; value: readonly string[] } {
  return { question: 'accept', value: listField(row, 'accept').flatMap(scalarText) };
}

function spanAnswers(row: JsonObject): { question: string; value: readonly string[] } {
  const value = objectsField(row, 'spans').map((span) =>
    spanLabel(textField(span, 'label') ?? 'span', field(span, 'start'), field(span, 'end')),
  );
  return { question: 'spans', value };
}

function marksOf(row: JsonObject) {
  if (row['answer'] === 'ignore') return [];
  return objectsField(row, 'spans').map((span) => ({
    name: textField(span, 'label') ?? 'span',
    start: field(span, 'start'),
    end: field(span, 'end'),
  }));
}

function scalarText(value: Json): readonly string[] {
  return typeof value === 'string' || typeof value === 'number'
    ? [String(value)]
    : isJsonObject(value)
      ? [textField(value, 'id', 'text') ?? []].flat()
      : [];
}
