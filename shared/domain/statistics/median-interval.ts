import { logFactorial } from './log-factorial.ts';
import { countOf, medianOf, rankedValues, type ValueCounts } from './value-counts.ts';

export interface Median {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The median of values by how often each was seen, with its 95 % interval: from the value of rank d to that of rank
 * n - d + 1, with the greatest d that leaves at most 2.5 % of the binomial distribution with one half on each side. Holds for
 * any distribution. Of fewer than six values no rank does; then the interval is all of them. Null of nothing.
 *
 * Source: W. J. Conover (1999), "Practical Nonparametric Statistics", 3rd ed., section 3.2; the ranks are those of its table
 * A3, such as 6 and 15 for n = 20.
 */
export function medianInterval(counts: ValueCounts): Median | null {
  const total = countOf(counts);
  if (total === 0) return null;
  const rank = Math.max(1, lowRank(total));
  const valueAt = rankedValues(counts);
  return { median: medianOf(counts), low: valueAt(rank), high: valueAt(total - rank + 1) };
}

/** The greatest rank for which at most 2.5 % lie below it; 0 where there is none. */
export function lowRank(total: number): number {
  if (total > mostExact) return Math.floor((total + 1) / 2 - (z * Math.sqrt(total)) / 2);
  let tail = 0;
  for (let below = 0; below <= total; below++) {
    tail += Math.exp(
      logFactorial(total) - logFactorial(below) - logFactorial(total - below) - total * Math.LN2,
    );
    if (tail > onEachSide) return below;
  }
  return 0;
}

const onEachSide = 0.025;
const z = 1.959963984540054;
/** With more the normal distribution gives the same rank, or one beside it. */
const mostExact = 2000;
