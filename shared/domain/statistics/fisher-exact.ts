import { logFactorial } from './log-factorial.ts';

/** Counts of two groups: in how many of each something was seen. */
export interface TwoShares {
  readonly count: number;
  readonly total: number;
  readonly otherCount: number;
  readonly otherTotal: number;
}

/**
 * Fisher's exact test of two shares, two-sided: how probable tables are, with these sums, that are no more probable than
 * this one. 1 where one of the groups is empty.
 *
 * Source: R. A. Fisher (1935), "The logic of inductive inference", Journal of the Royal Statistical Society 98, 39-82.
 */
export function fisherExact({ count, total, otherCount, otherTotal }: TwoShares): number {
  const seen = count + otherCount;
  const least = Math.max(0, seen - otherTotal);
  const most = Math.min(seen, total);
  const all = logChoose(total + otherTotal, seen);
  const logOf = (k: number) => logChoose(total, k) + logChoose(otherTotal, seen - k) - all;
  // Tables that are as probable as this one differ from it by rounding.
  const limit = logOf(count) + rounding;
  let sum = 0;
  for (let k = least; k <= most; k++) {
    const log = logOf(k);
    if (log <= limit) sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

const rounding = 1e-7;

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
