import type { AnswerPatterns, Measure } from './answer-patterns.ts';
import type { MeasurementLevel } from './measurement-level.ts';

/**
 * Krippendorff's alpha: 1 minus observed over expected disagreement, for any number of raters, missing labels and
 * nominal, ordinal or interval answers. Items with one label only say nothing and must not be among the patterns.
 *
 * For two answers c and k the squared difference is 1 (nominal), (c - k)^2 (interval), or the square of the number of
 * labels from c to k, those at both ends counted half (ordinal). The last is the difference between the middle ranks
 * of c and k, so that ordinal alpha is interval alpha on middle ranks. Sums of squared differences over all pairs
 * follow from sums and sums of squares, without a matrix of coincidences.
 *
 * Source: K. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania
 * ScholarlyCommons, sections C and D.
 *
 * `positions` are those of the answers by their number; nominal answers need none.
 */
export function krippendorffAlpha(
  patterns: AnswerPatterns,
  level: MeasurementLevel,
  positions: readonly number[],
): Measure {
  const totals = new Float64Array(patterns.answerCount);
  if (level === 'nominal') {
    return (items) => {
      addTotals(patterns, items, totals);
      return nominalAlpha(patterns, items, totals);
    };
  }
  const ascending = positions
    .map((_, answer) => answer)
    .toSorted((a, b) => at(positions, a) - at(positions, b));
  const distances = Float64Array.from(positions, (position) => position - at(positions, ascending[0] ?? 0));
  return (items) => {
    addTotals(patterns, items, totals);
    const values = level === 'ordinal' ? middleRanks(totals, ascending) : distances;
    return numericAlpha(patterns, items, totals, values);
  };
}

function addTotals(
  { starts, answers, times, labels }: AnswerPatterns,
  items: ArrayLike<number>,
  totals: Float64Array,
): void {
  totals.fill(0);
  for (let pattern = 0; pattern < labels.length; pattern++) {
    const count = at(items, pattern);
    if (count === 0) continue;
    const end = at(starts, pattern + 1);
    for (let entry = at(starts, pattern); entry < end; entry++) {
      const answer = at(answers, entry);
      totals[answer] = at(totals, answer) + count * at(times, entry);
    }
  }
}

function nominalAlpha(
  { labels, agreeing }: AnswerPatterns,
  items: ArrayLike<number>,
  totals: Float64Array,
): number | null {
  let observed = 0;
  for (let pattern = 0; pattern < labels.length; pattern++) {
    observed += at(items, pattern) * at(labels, pattern) * (1 - at(agreeing, pattern));
  }
  let all = 0;
  let squares = 0;
  for (const given of totals) {
    all += given;
    squares += given * given;
  }
  const expected = (all * all - squares) / (all - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

function numericAlpha(
  { starts, answers, times, labels }: AnswerPatterns,
  items: ArrayLike<number>,
  totals: Float64Array,
  values: Float64Array,
): number | null {
  let observed = 0;
  for (let pattern = 0; pattern < labels.length; pattern++) {
    const count = at(items, pattern);
    const first = at(starts, pattern);
    const end = at(starts, pattern + 1);
    if (count === 0 || end - first < 2) continue;
    // Distances from the first answer stay small, whatever the scale starts at.
    const origin = at(values, at(answers, first));
    let sum = 0;
    let squares = 0;
    for (let entry = first; entry < end; entry++) {
      const distance = at(values, at(answers, entry)) - origin;
      sum += at(times, entry) * distance;
      squares += at(times, entry) * distance * distance;
    }
    const raters = at(labels, pattern);
    observed += (count * 2 * (raters * squares - sum * sum)) / (raters - 1);
  }
  const { all, mean } = meanOf(totals, values);
  let squares = 0;
  let answersUsed = 0;
  totals.forEach((given, answer) => {
    if (given > 0) answersUsed++;
    squares += given * (at(values, answer) - mean) ** 2;
  });
  const expected = (2 * all * squares) / (all - 1);
  return answersUsed > 1 && expected > 0 ? 1 - observed / expected : null;
}

function meanOf(totals: Float64Array, values: Float64Array): { readonly all: number; readonly mean: number } {
  let all = 0;
  let sum = 0;
  totals.forEach((given, answer) => {
    all += given;
    sum += given * at(values, answer);
  });
  return { all, mean: all === 0 ? 0 : sum / all };
}

/** How many labels stand below an answer, with half of those that are equal to it. */
function middleRanks(totals: Float64Array, ascending: readonly number[]): Float64Array {
  const ranks = new Float64Array(totals.length);
  let below = 0;
  for (const answer of ascending) {
    ranks[answer] = below + at(totals, answer) / 2;
    below += at(totals, answer);
  }
  return ranks;
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}
