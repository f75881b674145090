import type { WeekCount } from '../../../shared/contract/cluster-operations.ts';
import type { PromptVersion } from '../../../shared/contract/prompt-version-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { mondayOf, weekName } from '../../../shared/domain/time/iso-week.ts';
import type { TrendWeek } from '../../ui/charts/trend-chart.tsx';

/** A week with fewer interactions says little. */
export const fewInteractions = 20;

/** So many weeks are shown. */
const mostWeeks = 26;

/** The newest weeks with their shares, and the prompt versions that went live in them. */
export function trendWeeks(
  weeks: readonly WeekCount[],
  versions: readonly Pick<PromptVersion, 'name' | 'liveFrom'>[],
): TrendWeek[] {
  const marks = Map.groupBy(
    versions.filter(({ liveFrom }) => liveFrom !== null),
    ({ liveFrom }) => weekName(mondayOf(liveFrom ?? 0, 'UTC')),
  );
  return weeks
    .toSorted((a, b) => a.week.localeCompare(b.week))
    .slice(-mostWeeks)
    .map(({ week, interactions, of }) => ({
      week,
      count: interactions,
      of,
      share: wilsonInterval(interactions, of),
      marks: (marks.get(week) ?? []).map(({ name }) => name),
    }));
}
