import { mondayOf } from '../../../shared/domain/time/iso-week.ts';
import { weekBounds } from '../../../shared/domain/time/week-bounds.ts';
import type { Database } from '../../db/database.ts';
import { numberOf } from '../../db/query.ts';
import { readProject } from '../../db/tables/project.ts';
import { countInteractionsBetween } from '../../db/tables/weekly-counts.ts';

/** Older weeks are left out: two years tell more than a trend needs. */
const mostWeeks = 104;

/** How many interactions were logged in each week, by its Monday (days from 1970-01-01), the oldest first, without gaps. */
export function loggedWeeks(database: Database): Map<number, number> {
  const [first, last] = ['min', 'max'].map((side) =>
    numberOf(database, `SELECT ${side}(created_at) FROM interactions WHERE created_at IS NOT NULL`),
  );
  const weeks = new Map<number, number>();
  if (first === undefined || last === undefined || last === 0) return weeks;
  const { timeZone } = readProject(database);
  const newest = mondayOf(last, timeZone);
  const oldest = Math.max(mondayOf(first, timeZone), newest - 7 * (mostWeeks - 1));
  for (let monday = oldest; monday <= newest; monday += 7) {
    const { from, to } = weekBounds(monday, timeZone);
    weeks.set(monday, countInteractionsBetween(database, from, to));
  }
  return weeks;
}
