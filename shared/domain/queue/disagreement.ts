/** Where an answer stands, and on which scale. */
export interface GivenAnswer {
  /** Equal answers have equal keys. */
  readonly key: string;
  /** Null where the question has no order. */
  readonly position: number | null;
}

/**
 * How far the answers of several annotators are apart: the mean over all pairs of them, of 1 for each that differs, or,
 * on a scale, of their distance on it. Null for fewer than two.
 */
export function disagreementOf(answers: readonly GivenAnswer[]): number | null {
  if (answers.length < 2) return null;
  let sum = 0;
  for (const [index, first] of answers.entries()) {
    for (const second of answers.slice(index + 1)) sum += distance(first, second);
  }
  return sum / ((answers.length * (answers.length - 1)) / 2);
}

function distance(first: GivenAnswer, second: GivenAnswer): number {
  if (first.key === second.key) return 0;
  if (first.position === null || second.position === null) return 1;
  return Math.abs(first.position - second.position);
}
