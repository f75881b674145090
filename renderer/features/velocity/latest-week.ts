import type { WeekFigure } from '../../../shared/contract/velocity-operations.ts';

/** The newest week that is over and of which something is known. */
export function latestWeek(weeks: readonly WeekFigure[], openWeek: string | null): WeekFigure | null {
  return weeks.findLast(({ week, value }) => week !== openWeek && value !== null) ?? null;
}
