import { mondayOf, weekName } from '../../../shared/domain/time/iso-week.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readProject } from '../../db/tables/project.ts';
import { readSignalCells } from '../../db/tables/signal-cells.ts';
import { weeklyReport } from '../weekly/weekly-report.ts';
import type { Digest } from './digest-outline.ts';
import { velocityReport } from './velocity-report.ts';

export interface DigestInput {
  readonly week?: string | undefined;
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
}

/** What a week's digest is made from; without a week the newest that is over. INPUT_INVALID, JOB_CANCELLED. */
export async function velocityDigest(
  database: Database,
  { week: asked, now }: DigestInput,
  signal?: AbortSignal,
): Promise<Result<Digest>> {
  const week = asked ?? newestWeek(database, now);
  if (week === null)
    return fail(
      'INPUT_INVALID',
      'No interaction with a time is counted, so there is no week for a digest. Import a file with a column for it, or wait until signals are worked out.',
    );
  const weekly = await weeklyReport(database, { week, now }, signal);
  if (!weekly.ok) return weekly;
  const from = firstWeek(database);
  const input = { to: week, only: {}, now, ...(from !== null && from <= week ? { from } : {}) };
  const velocity = await velocityReport(database, input, signal);
  if (!velocity.ok) return velocity;
  return succeed({ week, velocity: velocity.value, weekly: weekly.value });
}

/** The newest week with interactions that is over; where none is, the newest. */
function newestWeek(database: Database, now: number): string | null {
  const open = weekName(mondayOf(now, readProject(database).timeZone));
  const weeks = weeksOf(database);
  return weeks.findLast((week) => week < open) ?? weeks.at(-1) ?? null;
}

function firstWeek(database: Database): string | null {
  return weeksOf(database)[0] ?? null;
}

function weeksOf(database: Database): string[] {
  return [...new Set(readSignalCells(database).map(({ week }) => week))]
    .filter((week) => week !== '')
    .toSorted();
}
