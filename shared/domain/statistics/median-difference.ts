import { lowRank } from './median-interval.ts';
import { normalTail } from './normal-tail.ts';
import { countOf, medianOf, rankedValues, type ValueCounts } from './value-counts.ts';

export interface MedianDifference {
  readonly difference: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Two-sided; null where both groups have the same value all around their median, which tells no error. */
  readonly p: number | null;
}

/** With fewer the ranks of the interval are not there. */
const least = 6;

/**
 * The median of `values` less that of the others, with its interval; null where a group has fewer than six.
 * The variance of each median is read from the distance between two of its order statistics, so that nothing is assumed about
 * the distribution, and the same counts always give the same interval, unlike a bootstrap.
 *
 * Sources: R. M. Price and D. G. Bonett (2002), "Distribution-free confidence intervals for difference and ratio of medians",
 * Journal of Statistical Computation and Simulation 72, 119-124; J. W. McKean and R. M. Schrader (1984), "A comparison of
 * methods for studentizing the sample median", Communications in Statistics B 13, 751-773, for the ranks.
 */
export function compareMedians(values: ValueCounts, others: ValueCounts): MedianDifference | null {
  if (countOf(values) < least || countOf(others) < least) return null;
  const difference = medianOf(values) - medianOf(others);
  const error = Math.hypot(standardError(values), standardError(others));
  const reach = z * error;
  return {
    difference,
    low: difference - reach,
    high: difference + reach,
    p: error > 0 ? normalTail(difference / error) : difference === 0 ? 1 : null,
  };
}

const z = 1.959963984540054;

function standardError(counts: ValueCounts): number {
  const total = countOf(counts);
  const rank = Math.max(1, lowRank(total));
  const valueAt = rankedValues(counts);
  // So many standard errors are the two ranks apart.
  const apart = (2 * (total + 1 - 2 * rank)) / Math.sqrt(total);
  return (valueAt(total - rank + 1) - valueAt(rank)) / apart;
}
