import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { mannKendall } from '../statistics/mann-kendall.ts';
import type { WeekFigure } from './figure.ts';

/** What one would want of a metric; `neither` where that depends. */
export type Better = 'higher' | 'lower' | 'neither';

export interface WeekTrend {
  readonly weeks: number;
  readonly tau: number | null;
  readonly p: number | null;
  readonly q: number | null;
  readonly direction: 'rising' | 'falling' | 'no_trend' | 'too_few';
  readonly verdict: 'better' | 'worse' | 'steady' | 'unknown';
}

/** What a trend is read from: small weeks and the one that is not over are left out. */
export interface TrendWeeks {
  readonly weeks: readonly WeekFigure[];
  readonly better: Better;
}

const alpha = 0.05;

/**
 * Trends that are shown together, in their order: each by Mann and Kendall's test over its weeks, with p corrected by Benjamini
 * and Hochberg over all of them, or one in twenty would rise or fall by chance.
 */
export function weekTrends(all: readonly TrendWeeks[], openWeek: string | null): WeekTrend[] {
  const tested = all.map(({ weeks, better }) => {
    const values = weeks.flatMap(({ value, isSmall, week }) =>
      value === null || isSmall || week === openWeek ? [] : [value],
    );
    // What is the same each week is no trend for certain, and no chance that has to be corrected for.
    const isTested = new Set(values).size > 1;
    return { better, weeks: values.length, test: mannKendall(values), isTested };
  });
  const corrected = benjaminiHochberg(
    tested.flatMap(({ test, isTested }) => (test === null || !isTested ? [] : [test.p])),
  );
  let next = 0;
  return tested.map(({ better, weeks, test, isTested }) => {
    if (test === null) return tooFew(weeks);
    const q = isTested ? (corrected[next++] ?? 1) : 1;
    const direction = q >= alpha || test.s === 0 ? 'no_trend' : test.s > 0 ? 'rising' : 'falling';
    return { weeks, tau: test.tau, p: test.p, q, direction, verdict: verdictOf(direction, better) };
  });
}

export function tooFew(weeks: number): WeekTrend {
  return { weeks, tau: null, p: null, q: null, direction: 'too_few', verdict: 'unknown' };
}

function verdictOf(direction: 'rising' | 'falling' | 'no_trend', better: Better): WeekTrend['verdict'] {
  if (better === 'neither') return 'unknown';
  if (direction === 'no_trend') return 'steady';
  return (direction === 'rising') === (better === 'higher') ? 'better' : 'worse';
}
