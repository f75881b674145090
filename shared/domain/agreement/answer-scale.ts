import { checkAnswer } from '../schema/check-answer.ts';
import type { LabelValue, Question } from '../schema/label-schema.ts';
import type { MeasurementLevel } from './measurement-level.ts';

/** An answer as agreement sees it: two answers are the same where their keys are. */
export interface PlacedAnswer {
  readonly key: string;
  readonly value: LabelValue;
  /** Where it stands among the answers of an ordinal or interval question; always 0 for nominal ones. */
  readonly position: number;
}

/**
 * Null for an answer without a place on an ordinal or interval scale, such as a text among numbers. The same answer
 * may arrive in several forms: an option by its name, a number as text, yes as true, choices in another order.
 */
export type PlaceAnswer = (value: LabelValue) => PlacedAnswer | null;

/** `names` are those of failure modes by id. */
export function createAnswerScale(
  question: Question | null,
  level: MeasurementLevel,
  names: ReadonlyMap<string, string> = new Map(),
): PlaceAnswer {
  return (given) => {
    const value = sameForAll(question, given, names);
    const position = level === 'nominal' ? 0 : positionOf(question, level, value);
    return position === null ? null : { key: answerKey(value), value, position };
  };
}

/** The text that equal answers have in common. */
export function answerKey(value: LabelValue): string {
  if (Array.isArray(value)) return JSON.stringify(value.toSorted((a, b) => (a < b ? -1 : 1)));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value).trim();
}

function sameForAll(
  question: Question | null,
  value: LabelValue,
  names: ReadonlyMap<string, string>,
): LabelValue {
  if (question === null) return value;
  if (question.kind === 'failure_mode') return names.get(String(value)) ?? value;
  const checked = checkAnswer(question, value);
  return checked.ok && checked.value !== null ? checked.value : value;
}

function positionOf(question: Question | null, level: MeasurementLevel, value: LabelValue): number | null {
  if (question?.kind === 'single_choice') {
    const place = question.options.findIndex(({ id }) => id === value);
    return level === 'ordinal' && place >= 0 ? place : null;
  }
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
