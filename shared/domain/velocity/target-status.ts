import type { WeekFigure } from './figure.ts';
import type { Better } from './week-trend.ts';

export type TargetStatus = 'reached' | 'missed' | 'open' | 'unknown';

/** The latest week that is over and not small; null where there is none. */
export function latestWeek(weeks: readonly WeekFigure[], openWeek: string | null): WeekFigure | null {
  return (
    weeks.findLast(({ week, value, isSmall }) => value !== null && !isSmall && week !== openWeek) ?? null
  );
}

/** Whether a target is reached by the latest week; `open` while its interval holds the target. */
export function targetStatus(
  target: number,
  better: Better,
  weeks: readonly WeekFigure[],
  openWeek: string | null,
): TargetStatus {
  const latest = latestWeek(weeks, openWeek);
  if (latest?.value === undefined || latest.value === null) return 'unknown';
  const { value, low, high } = latest;
  if (low !== null && high !== null && low < target && target < high) return 'open';
  return (better === 'lower' ? value <= target : value >= target) ? 'reached' : 'missed';
}
