import type { JsonObject } from '../../../../shared/domain/json.ts';
import { targetNames } from '../../../../shared/domain/mapping/target-names.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingSignal, ArrivingSpan } from '../adapter.ts';
import { isCommentName } from '../support/comment-name.ts';
import {
  column,
  field,
  numberField,
  objectField,
  objectsField,
  textField,
  without,
} from '../support/fields.ts';
import { knownTime } from '../support/known-time.ts';
import { markedSpans } from '../support/marked-span.ts';
import { humanOrigin, personName } from '../support/person-name.ts';
import { millis, snakeCase } from '../support/signals.ts';
import type { Shown } from './read-shown.ts';
import { isToldWhole, marksOf, resultValue, textareaText } from './result-value.ts';

/** What one annotator said about a task. */
export interface ReadAnnotation {
  readonly edits: readonly ArrivingEdit[];
  readonly labels: readonly ArrivingLabel[];
  readonly signals: readonly ArrivingSignal[];
  readonly spans: readonly ArrivingSpan[];
  readonly rest: JsonObject;
}

interface Author {
  readonly annotator: string | null;
  readonly origin: string;
  readonly at: NonNullable<ArrivingEdit['at']> | null;
}

/** Reads an annotation of what was shown: `fromName` is the control in which a prediction offered the output, where one did. */
export function readAnnotation(
  annotation: JsonObject,
  { output, fromName }: Pick<Shown, 'output' | 'fromName'>,
): ReadAnnotation {
  const name = personName(field(annotation, 'completed_by', 'annotator'));
  const at = knownTime(annotation, 'updated_at', 'created_at') ?? null;
  const author: Author = { annotator: name ?? null, origin: humanOrigin(name), at };
  const results = objectsField(annotation, 'result');
  const edited = editedResult(results, fromName);
  const text = edited === undefined ? undefined : textareaText(edited);
  const said = results.filter((result) => result !== edited);
  return {
    edits: text === undefined ? [] : [{ text, annotator: author.annotator, at }],
    labels: labelsOf(
      said.filter((result) => !isComment(result)),
      author,
    ),
    signals: [
      ...said.filter(isComment).flatMap((result) => commentSignal(result, author)),
      ...signalsOf(annotation, author),
    ],
    spans: markedSpans(
      output,
      results.flatMap((result) => marksOf(objectField(result, 'value'))),
      { annotator: author.annotator, unit: 'utf16' },
    ),
    rest: {
      ...without(annotation, ['result', 'prediction']),
      ...column(
        'result',
        results.filter((result) => textareaText(result) === undefined && !isToldWhole(result)),
      ),
    },
  };
}

function isComment(result: JsonObject): boolean {
  return textareaText(result) !== undefined && isCommentName(textField(result, 'from_name') ?? '');
}

const editNames: ReadonlySet<string> = new Set([...targetNames.edit, ...targetNames.output]);

/** The text in place of the output: in the control that offered it, else in one named like it, else the first. */
function editedResult(
  results: readonly JsonObject[],
  outputName: string | undefined,
): JsonObject | undefined {
  const texts = results.filter((result) => textareaText(result) !== undefined);
  if (outputName !== undefined) return texts.find((result) => result['from_name'] === outputName);
  const plain = texts.filter((result) => !isComment(result));
  return plain.find(isNamedEdit) ?? plain[0];
}

function isNamedEdit(result: JsonObject): boolean {
  return editNames.has(snakeCase(textField(result, 'from_name') ?? ''));
}

/** One label for each control, however many regions of the task it marked. */
function labelsOf(results: readonly JsonObject[], { annotator }: Author): readonly ArrivingLabel[] {
  const values = new Map<string, (string | number)[]>();
  for (const result of results) {
    const value = resultValue(result);
    const question = textField(result, 'from_name');
    if (value === undefined || question === undefined) continue;
    const known = values.get(question) ?? [];
    for (const item of typeof value === 'object' ? value : [value]) known.push(item);
    values.set(question, known);
  }
  return [...values].map(([question, all]) => ({ question, value: oneOrAll(all), annotator }));
}

function oneOrAll(values: readonly (string | number)[]): ArrivingLabel['value'] {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values.map(String);
}

function commentSignal(result: JsonObject, { origin, at }: Author): readonly ArrivingSignal[] {
  const value = textareaText(result);
  return value === undefined ? [] : [{ kind: 'explicit', name: 'comment', value, at, origin }];
}

function signalsOf(annotation: JsonObject, { origin, at }: Author): readonly ArrivingSignal[] {
  const dwell = millis(numberField(annotation, 'lead_time'));
  const reviews = objectsField(annotation, 'reviews').flatMap(reviewSignal);
  return [
    ...(dwell === undefined
      ? []
      : [{ kind: 'implicit' as const, name: 'dwell_ms', value: dwell, unit: 'ms', at, origin }]),
    ...(annotation['ground_truth'] === true
      ? [{ kind: 'explicit' as const, name: 'ground_truth', value: true, at, origin }]
      : []),
    ...reviews,
  ];
}

function reviewSignal(review: JsonObject): readonly ArrivingSignal[] {
  const { accepted } = review;
  if (typeof accepted !== 'boolean') return [];
  const origin = humanOrigin(personName(field(review, 'created_by')));
  const at = knownTime(review, 'created_at') ?? null;
  return [{ kind: 'explicit', name: 'review_accepted', value: accepted, at, origin }];
}
