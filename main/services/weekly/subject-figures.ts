import type { WeeklyCount, WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { mannKendall } from '../../../shared/domain/statistics/mann-kendall.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { weekName } from '../../../shared/domain/time/iso-week.ts';
import type { CountOf } from '../../../shared/domain/weekly/judge-week.ts';
import type { SubjectWeeks } from '../../db/tables/weekly-counts.ts';

/** How many weeks the sparkline and the trend are of, this one included. */
export const weeksShown = 8;

/** How many weeks this one is compared with. */
export const weeksBefore = 4;

/** One of the last eight weeks; the Monday as days from 1970-01-01. */
export interface ShownWeek {
  readonly monday: number;
  /** All interactions of the week. */
  readonly of: number;
}

export type SubjectFigures = Pick<WeeklyRow, 'thisWeek' | 'lastWeek' | 'before' | 'trend' | 'weeks'>;

/**
 * How often a failure mode or cluster was seen in the last eight weeks.
 * @param shown the last eight weeks, oldest first
 */
export function subjectFigures({ countIn }: SubjectWeeks, shown: readonly ShownWeek[]): SubjectFigures {
  const counted = shown.map(({ monday, of }) => ({
    monday,
    of,
    interactions: of === 0 ? 0 : countIn(monday),
  }));
  return {
    thisWeek: together(counted.slice(-1)),
    lastWeek: together(counted.slice(-2, -1)),
    before: together(counted.slice(-1 - weeksBefore, -1)),
    trend: trendOf(counted),
    weeks: counted.map(({ monday, interactions, of }) => ({ week: weekName(monday), interactions, of })),
  };
}

function together(counts: readonly CountOf[]): WeeklyCount {
  const interactions = counts.reduce((sum, one) => sum + one.interactions, 0);
  const of = counts.reduce((sum, one) => sum + one.of, 0);
  return { interactions, of, share: wilsonInterval(interactions, of) };
}

/** Weeks in which nothing was logged say nothing. */
function trendOf(counts: readonly CountOf[]): WeeklyRow['trend'] {
  const shares = counts.filter(({ of }) => of > 0).map(({ interactions, of }) => interactions / of);
  const trend = mannKendall(shares);
  return trend === null ? null : { weeks: shares.length, tau: trend.tau, p: trend.p };
}
