import type { LabelValue, Question } from '../schema/label-schema.ts';
import { answerKey, createAnswerScale } from '../agreement/answer-scale.ts';

/** How often an answer was given, by one annotator and by everyone. */
export interface AnswerCount {
  readonly value: LabelValue;
  readonly name: string;
  readonly own: number;
  readonly everyone: number;
}

export interface TalliedAnswers {
  readonly answers: AnswerCount[];
  readonly answersLeftOut: number;
}

export interface AnswerTally {
  /** Takes an answer that was given so often. Each choice of an answer of several counts for itself. */
  add(value: LabelValue, own: number, everyone: number): void;
  finish(): TalliedAnswers;
  /** Different answers so far. */
  readonly size: number;
}

/** Answers that are listed where the schema names none. */
const mostAnswers = 12;

/** Scales of more steps than this are listed by what was answered, not step by step. */
const mostSteps = 12;

/** `modes` are the names of failure modes by id. */
export function createAnswerTally(
  question: Question | null,
  modes: ReadonlyMap<string, string> = new Map(),
): AnswerTally {
  const place = createAnswerScale(question, 'nominal', modes);
  const named = namedAnswers(question);
  const counts = new Map<string, AnswerCount>(
    named.map(({ value, name }) => [answerKey(value), { value, name, own: 0, everyone: 0 }]),
  );
  return {
    add(given, own, everyone) {
      const value = place(given)?.value ?? given;
      const choices: readonly (string | number | boolean)[] = isList(value) ? value : [value];
      for (const choice of choices) {
        const key = answerKey(choice);
        const known = counts.get(key) ?? { value: choice, name: nameOf(choice), own: 0, everyone: 0 };
        counts.set(key, { ...known, own: known.own + own, everyone: known.everyone + everyone });
      }
    },
    finish() {
      const all = [...counts.values()];
      const others = all.slice(named.length).toSorted((a, b) => b.everyone - a.everyone || b.own - a.own);
      const shown = others.slice(0, Math.max(0, mostAnswers - named.length));
      const isScale = shown.every(({ value }) => isNumber(value));
      const inOrder = isScale ? shown.toSorted((a, b) => Number(a.value) - Number(b.value)) : shown;
      return {
        answers: [...all.slice(0, named.length), ...inOrder],
        answersLeftOut: others.length - shown.length,
      };
    },
    get size() {
      return counts.size;
    },
  };
}

/** What the schema lets one answer, in its order; shown also where nobody answered so. */
function namedAnswers(question: Question | null): { readonly value: LabelValue; readonly name: string }[] {
  switch (question?.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return question.options.map(({ id, name }) => ({ value: id, name }));
    case 'yes_no':
      return [true, false].map((value) => ({ value, name: nameOf(value) }));
    case 'scale': {
      const steps = question.max - question.min + 1;
      if (steps > mostSteps) return [];
      return Array.from({ length: steps }, (_, step) => question.min + step).map((value) => ({
        value,
        name: String(value),
      }));
    }
    default:
      return [];
  }
}

function nameOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}

function isNumber(value: LabelValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/u.test(value.trim()));
}

function isList(value: LabelValue): value is readonly string[] {
  return Array.isArray(value);
}
