import type { Confusion } from '../../../shared/contract/agreement-operations.ts';
import { answerKey } from '../../../shared/domain/agreement/answer-scale.ts';
import { answerText } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';

/** An answer as the question calls it. */
export function answerName(question: Question | undefined, value: LabelValue): string {
  if (question !== undefined) return answerText(question, value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** More answers than these make a matrix that nobody reads; the most frequent ones are shown. */
const mostAnswers = 20;

export interface MatrixAnswers {
  readonly answers: readonly LabelValue[];
  readonly leftOut: number;
}

/** The answers of a confusion matrix: in the order of the question's options or as numbers, else the most frequent first. */
export function matrixAnswers(question: Question | undefined, { cells }: Confusion): MatrixAnswers {
  const found = new Map<string, { readonly value: LabelValue; items: number }>();
  for (const { first, second, items } of cells) {
    for (const value of [first, second]) {
      const key = answerKey(value);
      const known = found.get(key);
      if (known === undefined) found.set(key, { value, items });
      else known.items += items;
    }
  }
  const frequent = [...found.values()].toSorted((a, b) => b.items - a.items).slice(0, mostAnswers);
  const values = frequent.map(({ value }) => value);
  return { answers: inOrder(question, values), leftOut: found.size - values.length };
}

function inOrder(question: Question | undefined, values: readonly LabelValue[]): readonly LabelValue[] {
  if (question?.kind === 'single_choice') {
    const places = new Map(question.options.map(({ id }, place) => [id, place]));
    const placeOf = (value: LabelValue) => places.get(String(value)) ?? places.size;
    return values.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
  if (values.every((value) => typeof value === 'boolean'))
    return values.toSorted((a, b) => Number(b) - Number(a));
  const isNumeric = values.every(
    (value) => !Array.isArray(value) && String(value).trim() !== '' && Number.isFinite(Number(value)),
  );
  return isNumeric ? values.toSorted((a, b) => Number(a) - Number(b)) : values;
}
