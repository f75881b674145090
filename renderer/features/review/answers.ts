import type { Item, ItemSummary, Label } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { answerText } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelSchema, LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';

/** An answer that was given on screen and is not acknowledged by the engine yet. */
export interface PendingAnswer {
  readonly itemId: string;
  readonly annotator: string;
  readonly question: string;
  readonly value: LabelValue | null;
}

/** Answers of one annotator, by question. */
export type Answers = Readonly<Record<string, LabelValue>>;

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

/** Labels that the panel's questions do not show: those of others, and answers to questions no longer asked. */
export function otherLabels(item: Item, annotator: string, schema: LabelSchema): Label[] {
  const asked = new Set(schema.questions.map((question) => question.id));
  return item.labels.filter((label) => label.annotator !== annotator || !asked.has(label.question));
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

/** A value as people read it: names of options and failure modes instead of their ids. */
export function valueText(
  value: LabelValue,
  question: Question | undefined,
  failureModes: readonly FailureMode[],
): string {
  if (question === undefined) return Array.isArray(value) ? value.join(', ') : String(value);
  if (question.kind === 'failure_mode') return failureModeName(String(value), failureModes);
  if (question.kind === 'scale') return `${String(value)} of ${question.max}`;
  return answerText(question, value);
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * The name of a failure mode by its id, or by its name while it is being created. One that was created a moment ago
 * is not in the list yet; its id would tell nobody anything.
 */
export function failureModeName(value: string, failureModes: readonly FailureMode[]): string {
  const known = failureModes.find((mode) => mode.id === value)?.name;
  return known ?? (idPattern.test(value) ? '…' : value);
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
  return [...failureModes, { id, name: value, definition: '', count: 1, createdAt: 0 }];
}

/** One way to answer with keys. */
export interface AnswerKey {
  readonly question: Question;
  readonly keys: string;
  readonly name: string;
  readonly value: LabelValue;
}

/**
 * The keys that answer the schema's questions: an option's own key, else the question's key and then the option's
 * number (`r 4`), else, for the first question, the number alone. Text and failure modes are focused by their key.
 */
export function answerKeys(schema: LabelSchema): AnswerKey[] {
  return schema.questions.flatMap((question, index) => {
    const keysFor = (ordinal: number, own?: string) => {
      if (own !== undefined) return own;
      if (ordinal > 9) return null;
      if (question.key !== undefined) return `${question.key} ${ordinal}`;
      return index === 0 ? String(ordinal) : null;
    };
    return choicesOf(question).flatMap(({ value, name, key, ordinal }) => {
      const keys = keysFor(ordinal, key);
      return keys === null ? [] : [{ question, keys, name: `${question.name}: ${name}`, value }];
    });
  });
}

/** The answers a question offers; none for questions that are answered by typing. */
export function choicesOf(question: Question): {
  readonly value: string | number | boolean;
  readonly name: string;
  readonly key: string | undefined;
  readonly ordinal: number;
  readonly tone: 'positive' | 'caution' | 'negative' | 'neutral';
  readonly help: string | undefined;
}[] {
  switch (question.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return question.options.map((option, index) => ({
        value: option.id,
        name: option.name,
        key: option.key,
        ordinal: index + 1,
        tone: option.tone ?? 'neutral',
        help: option.help,
      }));
    case 'yes_no':
      return [plainChoice(true, 'Yes', 1), plainChoice(false, 'No', 2)];
    case 'scale':
      return Array.from({ length: question.max - question.min + 1 }, (_, index) =>
        plainChoice(question.min + index, String(question.min + index), question.min + index),
      );
    default:
      return [];
  }
}

function plainChoice(value: number | boolean, name: string, ordinal: number) {
  return { value, name, key: undefined, ordinal, tone: 'neutral' as const, help: undefined };
}

/** The answer after choosing `value`: choosing the answer that stands takes it back. */
export function chosen(
  question: Question,
  current: LabelValue | undefined,
  value: LabelValue,
): LabelValue | null {
  if (question.kind !== 'multiple_choice') return current === value ? null : value;
  const before = Array.isArray(current) ? current : [];
  const entry = String(value);
  const after = before.includes(entry) ? before.filter((other) => other !== entry) : [...before, entry];
  // In the order of the schema, so that the same choice is always the same value.
  const ordered = question.options.map((option) => option.id).filter((id) => after.includes(id));
  return ordered.length === 0 ? null : ordered;
}
