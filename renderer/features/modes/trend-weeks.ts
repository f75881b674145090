import type { WeekCount } from '../../../shared/contract/cluster-operations.ts';
import type { PromptVersion } from '../../../shared/contract/prompt-version-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { mondayOf, weekName } from '../../../shared/domain/time/iso-week.ts';
import type { TrendWeek } from '../../ui/charts/trend-chart.tsx';

/** A week with fewer interactions says little. */
export const fewInteractions = 20;

/** So many weeks are shown. */
const mostWeeks = 26;

/**
 * The newest weeks with their shares, and the prompt versions that went live in them: as somebody said, else when the first
 * of their interactions was logged.
 */
export function trendWeeks(
  weeks: readonly WeekCount[],
  versions: readonly Pick<PromptVersion, 'name' | 'liveFrom' | 'firstSeen'>[],
): TrendWeek[] {
  const marks = Map.groupBy(
    versions.flatMap(({ name, liveFrom, firstSeen }) => {
      const at = liveFrom ?? firstSeen;
      return at === null ? [] : [{ name, at, how: liveFrom === null ? 'first seen' : 'went live' }];
    }),
    ({ at }) => weekName(mondayOf(at, 'UTC')),
  );
  return weeks
    .toSorted((a, b) => a.week.localeCompare(b.week))
    .slice(-mostWeeks)
    .map(({ week, interactions, of }) => ({
      week,
      count: interactions,
      of,
      share: wilsonInterval(interactions, of),
      marks: (marks.get(week) ?? []).map(({ name, how }) => ({ name, how })),
    }));
}
