import { fisherExact, type TwoShares } from './fisher-exact.ts';
import { normalTail } from './normal-tail.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface ShareDifference {
  readonly difference: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly test: 'fisher' | 'z';
  /** Two-sided. */
  readonly p: number;
}

/** Fewer expected in a cell than this, and the z test's p cannot be trusted; W. G. Cochran (1954), Biometrics 10, 417-451. */
const leastExpected = 5;

/** The first share less the other, with an interval and the test that fits the counts; null where one of the groups is empty. */
export function compareShares(shares: TwoShares): ShareDifference | null {
  const interval = differenceInterval(shares);
  if (interval === null) return null;
  const { count, total, otherCount, otherTotal } = shares;
  const [all, seen] = [total + otherTotal, count + otherCount];
  const expected = (Math.min(total, otherTotal) * Math.min(seen, all - seen)) / all;
  return expected < leastExpected
    ? { ...interval, test: 'fisher', p: fisherExact(shares) }
    : { ...interval, test: 'z', p: zTest(shares) };
}

type Interval = Pick<ShareDifference, 'difference' | 'low' | 'high'>;

/**
 * R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions: comparison of eleven
 * methods", Statistics in Medicine 17, 873-890: method 10, from the score intervals of both shares.
 */
function differenceInterval({ count, total, otherCount, otherTotal }: TwoShares): Interval | null {
  const one = wilsonInterval(count, total);
  const other = wilsonInterval(otherCount, otherTotal);
  if (one === null || other === null) return null;
  const difference = one.share - other.share;
  return {
    difference,
    low: difference - Math.hypot(one.share - one.low, other.high - other.share),
    high: difference + Math.hypot(one.high - one.share, other.share - other.low),
  };
}

/** The z test of two proportions with the pooled share, which is Pearson's chi-squared test of the four counts. */
function zTest({ count, total, otherCount, otherTotal }: TwoShares): number {
  const pooled = (count + otherCount) / (total + otherTotal);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / total + 1 / otherTotal));
  return normalTail((count / total - otherCount / otherTotal) / deviation);
}
