import type { Item, ItemSummary, Label } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Answers } from '../../../shared/domain/schema/visible-questions.ts';

/** An answer that was given on screen and is not acknowledged by the engine yet. */
export interface PendingAnswer {
  readonly itemId: string;
  readonly annotator: string;
  readonly question: string;
  readonly value: LabelValue | null;
}

/** This annotator's answers on an item, those on their way to disk included. */
export function answersOf(item: Item, annotator: string, pending: readonly PendingAnswer[]): Answers {
  const answers: Record<string, LabelValue> = {};
  for (const label of item.labels) if (label.annotator === annotator) answers[label.question] = label.value;
  for (const act of pending) {
    if (act.itemId !== item.id || act.annotator !== annotator) continue;
    if (act.value === null) delete answers[act.question];
    else answers[act.question] = act.value;
  }
  return answers;
}

/** What others answered. */
export function labelsOfOthers(item: Item, annotator: string): Label[] {
  return item.labels.filter((label) => label.annotator !== annotator);
}

/** This annotator's answers to questions that are not asked now: the schema has changed, or another answer has. */
export function labelsNotAsked(item: Item, annotator: string, asked: readonly Question[]): Label[] {
  const ids = new Set(asked.map(({ id }) => id));
  return item.labels.filter((label) => label.annotator === annotator && !ids.has(label.question));
}

/** The list's row of an item, brought up to date from the item. */
export function updatedSummary(summary: ItemSummary, item: Item, annotator: string): ItemSummary {
  return {
    ...summary,
    edited: item.edits.length > 0,
    labelled: item.labels.length > 0,
    answers: answersOf(item, annotator, []),
  };
}

/**
 * The failure modes with the one that this answer created, if it did: the next search must offer it at once, not
 * when the list has been fetched anew.
 * @param item as the engine answered it
 */
export function withCreatedMode(
  failureModes: readonly FailureMode[],
  { annotator, question, value }: PendingAnswer,
  item: Item,
): readonly FailureMode[] {
  const id = answersOf(item, annotator, [])[question];
  if (typeof value !== 'string' || typeof id !== 'string') return failureModes;
  if (id === value || failureModes.some((mode) => mode.id === id)) return failureModes;
  return [...failureModes, { id, name: value, definition: '', count: 1, createdAt: Date.now() }];
}
