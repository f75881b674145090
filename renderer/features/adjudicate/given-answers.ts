import type { Item } from '../../../shared/contract/item-operations.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { hashText } from '../../../shared/domain/text/hash-text.ts';

/** One annotator's answer to the question, with what they wrote about the interaction. */
export interface GivenAnswer {
  /** Stable over both ways of showing names. */
  readonly key: string;
  readonly name: string;
  readonly value: LabelValue;
  /** Answers of the same annotator to questions in free text. */
  readonly notes: readonly string[];
}

/**
 * The answers to a question on an interaction. Without names they come in an order that is another on every
 * interaction, so that nobody is known by their place.
 */
export function givenAnswers(
  item: Pick<Item, 'id' | 'labels'>,
  question: string,
  known: readonly Question[],
  hidesNames: boolean,
): GivenAnswer[] {
  const texts = new Set(known.flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])));
  const answers = item.labels.filter((label) => label.question === question);
  const place = ({ annotator }: { readonly annotator: string }) => hashText(`${item.id} ${annotator}`);
  const ordered = hidesNames ? answers.toSorted((a, b) => place(a) - place(b)) : answers;
  return ordered.map(({ annotator, value }, index) => ({
    key: annotator,
    name: hidesNames ? `Annotator ${index + 1}` : annotator,
    value,
    notes: item.labels.flatMap((label) =>
      label.annotator === annotator && label.question !== question && texts.has(label.question)
        ? [String(label.value)]
        : [],
    ),
  }));
}

/** The interaction without the names of who edited, labelled and flagged it; labels stand beside it anyway. */
export function withoutNames(item: Item): Item {
  return {
    ...item,
    edits: item.edits.map(hide),
    spans: item.spans.map(hide),
    flags: item.flags.map(hide),
    labels: [],
    resolutions: [],
  };
}

function hide<T extends { readonly annotator: string | null }>(one: T): T {
  return one.annotator === null ? one : Object.assign({}, one, { annotator: 'name hidden' });
}
