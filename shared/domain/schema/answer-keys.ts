import type { LabelValue, Option, Question } from './label-schema.ts';

/** One answer that a question offers. */
export interface Choice {
  readonly value: string | number | boolean;
  readonly name: string;
  /** The key that it has by itself. */
  readonly key: string | undefined;
  /** The key that it has behind its question's key; undefined where there are more choices than such keys. */
  readonly place: string | undefined;
  readonly tone: NonNullable<Option['tone']>;
  readonly help: string | undefined;
}

/** One way to answer with keys. */
export interface AnswerKey {
  readonly question: Question;
  readonly keys: string;
  readonly name: string;
  readonly value: LabelValue;
}

/**
 * The keys that answer the questions: an option's own key, else the question's key and then the option's place
 * (`r 4`), else, for the first question, the place alone. Text and failure modes are focused by their key.
 */
export function answerKeys({ questions }: { readonly questions: readonly Question[] }): AnswerKey[] {
  return questions.flatMap((question, index) =>
    choicesOf(question).flatMap(({ value, name, key, place }) => {
      const keys = key ?? placeKeys(question, index === 0, place);
      return keys === undefined ? [] : [{ question, keys, name: `${question.name}: ${name}`, value }];
    }),
  );
}

function placeKeys(question: Question, isFirst: boolean, place: string | undefined): string | undefined {
  if (place === undefined) return undefined;
  if (question.key !== undefined) return `${question.key} ${place}`;
  return isFirst ? place : undefined;
}

/** The answers a question offers; none for questions that are answered by typing. */
export function choicesOf(question: Question): Choice[] {
  switch (question.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return question.options.map((option, index) => ({
        value: option.id,
        name: option.name,
        key: option.key,
        place: places[index],
        tone: option.tone ?? 'neutral',
        help: option.help,
      }));
    case 'yes_no':
      return [plainChoice(true, 'Yes', '1'), plainChoice(false, 'No', '2')];
    case 'scale':
      return stepsOf(question).map((step, index) =>
        plainChoice(step, String(step), stepPlace(question, step, index)),
      );
    default:
      return [];
  }
}

const places = '1234567890';
const maxSteps = 100;

type Scale = Extract<Question, { kind: 'scale' }>;

function stepsOf({ min, max }: Scale): number[] {
  const count = Math.min(maxSteps, Math.max(0, max - min + 1));
  return Array.from({ length: count }, (_, index) => min + index);
}

/** A step's own digit where it has one. Ten is the key behind the nine and, from 0 to 10, the one behind the zero. */
function stepPlace({ min }: Scale, step: number, index: number): string | undefined {
  if (min === 1 || min < 0) return places[index];
  if (step <= 9) return String(step);
  return step === 10 ? '-' : undefined;
}

function plainChoice(value: number | boolean, name: string, place: string | undefined): Choice {
  return { value, name, key: undefined, place, tone: 'neutral', help: undefined };
}

/** The answer after choosing `value`: choosing the answer that stands takes it back. */
export function chosen(
  question: Question,
  current: LabelValue | undefined,
  value: LabelValue,
): LabelValue | null {
  if (question.kind !== 'multiple_choice') return current === value ? null : value;
  const before = Array.isArray(current) ? current : current === undefined ? [] : [String(current)];
  const entry = String(value);
  const after = before.includes(entry) ? before.filter((other) => other !== entry) : [...before, entry];
  // In the order of the schema, so that the same choice is always the same value.
  const ordered = question.options.map((option) => option.id).filter((id) => after.includes(id));
  return ordered.length === 0 ? null : ordered;
}
