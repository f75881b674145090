import { mondayOf, weekName } from '../../../shared/domain/time/iso-week.ts';
import { dayName, weekBounds } from '../../../shared/domain/time/week-bounds.ts';
import type { Database } from '../../db/database.ts';
import { readProject } from '../../db/tables/project.ts';
import {
  countInteractionsBetween,
  countInteractionsWithoutTime,
  hasCurrentRun,
  nextInteractionTime,
} from '../../db/tables/weekly-counts.ts';
import type { Result } from '../../../shared/result/result.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';

export interface ListedWeek {
  readonly week: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly interactions: number;
}

export interface WeekList {
  /** The newest first. */
  readonly weeks: ListedWeek[];
  readonly withoutTime: number;
  readonly hasClusters: boolean;
}

/** Weeks with interactions; weeks without any are passed over. JOB_CANCELLED. */
export async function listWeeks(
  database: Database,
  _input: object,
  signal?: AbortSignal,
): Promise<Result<WeekList>> {
  return runInSlices(weeks(database), signal);
}

function* weeks(database: Database): Generator<void, WeekList> {
  const { timeZone } = readProject(database);
  const found: ListedWeek[] = [];
  let next = nextInteractionTime(database, Number.MIN_SAFE_INTEGER);
  while (next !== null) {
    const monday = mondayOf(next, timeZone);
    const { from, to } = weekBounds(monday, timeZone);
    found.push({
      week: weekName(monday),
      firstDay: dayName(monday),
      lastDay: dayName(monday + 6),
      interactions: countInteractionsBetween(database, from, to),
    });
    next = nextInteractionTime(database, to);
    yield;
  }
  return {
    weeks: found.toReversed(),
    withoutTime: countInteractionsWithoutTime(database),
    hasClusters: hasCurrentRun(database),
  };
}
