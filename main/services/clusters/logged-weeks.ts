import type { WeekCount } from '../../../shared/contract/cluster-operations.ts';
import { mondayOf, weekName } from '../../../shared/domain/time/iso-week.ts';
import { weekBounds } from '../../../shared/domain/time/week-bounds.ts';
import type { Database } from '../../db/database.ts';
import { numberOf } from '../../db/query.ts';
import { readProject } from '../../db/tables/project.ts';
import { countInteractionsBetween } from '../../db/tables/weekly-counts.ts';

/** How many interactions were logged in a week. */
export interface LoggedWeek {
  /** Days from 1970-01-01. */
  readonly monday: number;
  readonly interactions: number;
}

/** Older weeks are left out: two years tell more than a trend needs. */
const mostWeeks = 104;

/** Every week from the first in which anything was logged to the last, the oldest first. */
export function loggedWeeks(database: Database): LoggedWeek[] {
  const timeOf = (side: 'min' | 'max') =>
    numberOf(database, `SELECT ${side}(created_at) FROM interactions WHERE created_at IS NOT NULL`);
  if (numberOf(database, 'SELECT EXISTS (SELECT 1 FROM interactions WHERE created_at IS NOT NULL)') === 0)
    return [];
  const { timeZone } = readProject(database);
  const newest = mondayOf(timeOf('max'), timeZone);
  const oldest = Math.max(mondayOf(timeOf('min'), timeZone), newest - 7 * (mostWeeks - 1));
  return Array.from({ length: (newest - oldest) / 7 + 1 }, (_, index) => {
    const monday = oldest + 7 * index;
    const { from, to } = weekBounds(monday, timeZone);
    return { monday, interactions: countInteractionsBetween(database, from, to) };
  });
}

/** In each of these weeks, how many interactions something was seen in, 0 among them, by the weeks' Mondays. */
export function weekCounts(weeks: readonly LoggedWeek[], seen: ReadonlyMap<number, number>): WeekCount[] {
  return weeks.map(({ monday, interactions: of }) => ({
    week: weekName(monday),
    interactions: seen.get(monday) ?? 0,
    of,
  }));
}
