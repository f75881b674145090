import type { Question } from '../schema/label-schema.ts';

/**
 * What the answers to a question allow to be said of two of them (Stevens 1946, "On the theory of scales of
 * measurement"): that they differ; which one is more; by how much.
 */
export const measurementLevels = ['nominal', 'ordinal', 'interval'] as const;

export type MeasurementLevel = (typeof measurementLevels)[number];

/** Scales of more steps than this are numbers to people, shorter ones are ranks. */
const mostRanks = 11;

/** The level of a question where nobody says otherwise; one that the label schema does not have is nominal. */
export function levelOf(question: Question | null): MeasurementLevel {
  if (question?.kind !== 'scale') return 'nominal';
  return question.max - question.min < mostRanks ? 'ordinal' : 'interval';
}
