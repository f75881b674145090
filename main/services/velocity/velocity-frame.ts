import type { VelocityInput } from '../../../shared/contract/velocity-operations.ts';
import { mondayOf, weekDay, weekName } from '../../../shared/domain/time/iso-week.ts';
import type { Database } from '../../db/database.ts';
import { readProject } from '../../db/tables/project.ts';
import type { SignalCell } from '../../db/tables/signal-cells.ts';

/** Which interactions a report is of, and over which weeks. */
export interface VelocityFrame {
  readonly project: string;
  readonly timeZone: string;
  /** Cells that were asked for, those without a week among them where no time was asked for. */
  readonly cells: readonly SignalCell[];
  /** Whether that is all of some weeks: nothing but the time was asked for. */
  readonly isWhole: boolean;
  /** Whether interactions without a time are among them. */
  readonly isAllTime: boolean;
  /** Every week of the time, the oldest first. */
  readonly weeks: readonly string[];
  /** The week that is not over yet, if it is among them. */
  readonly openWeek: string | null;
}

export interface FrameInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly only: VelocityInput['only'];
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
  /** Weeks in which people worked, which may be behind those of the interactions. */
  readonly lastWork?: number | undefined;
}

/** Older weeks are left out: ten years of them. */
const mostWeeks = 520;
/** Work is shown so many weeks behind the last interactions; later work on an old log would be drawn behind a long gap. */
const weeksOfWork = 12;

/** @param all cells of the project */
export function velocityFrame(
  database: Database,
  all: readonly SignalCell[],
  input: FrameInput,
): VelocityFrame {
  const { from, to, only, now, lastWork } = input;
  const { name, timeZone } = readProject(database);
  const isAllTime = from === undefined && to === undefined;
  const asked = all.filter(
    (cell) =>
      (only.model === undefined || cell.model === only.model) &&
      (only.prompt_version === undefined || cell.promptVersion === only.prompt_version) &&
      (only.surface === undefined || cell.surface === only.surface) &&
      (only.segment === undefined || cell.segment === only.segment),
  );
  const mondays = asked.flatMap(({ week }) => weekDay(week) ?? []);
  const newest = mondays.reduce((most, monday) => Math.max(most, monday), -Infinity);
  const work = lastWork === undefined ? -Infinity : mondayOf(lastWork, timeZone);
  const until = work - newest <= 7 * weeksOfWork ? Math.max(newest, work) : newest;
  const last = weekDay(to ?? '') ?? until;
  const first = weekDay(from ?? '') ?? mondays.reduce((least, monday) => Math.min(least, monday), Infinity);
  const weeks = weeksBetween(Math.max(first, last - 7 * (mostWeeks - 1)), last);
  const inTime = new Set(weeks);
  const open = weekName(mondayOf(now, timeZone));
  return {
    project: name,
    timeZone,
    cells: asked.filter(({ week }) => inTime.has(week) || (isAllTime && week === '')),
    isWhole: Object.keys(only).length === 0,
    isAllTime,
    weeks,
    openWeek: inTime.has(open) ? open : null,
  };
}

/** Of Mondays, as days from 1970-01-01. */
function weeksBetween(first: number, last: number): string[] {
  if (!Number.isFinite(first) || !Number.isFinite(last) || last < first) return [];
  return Array.from({ length: (last - first) / 7 + 1 }, (_, index) => weekName(first + 7 * index));
}
