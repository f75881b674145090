/** Which bucket of a tally a group's week is. */
export interface ReportLayout {
  readonly weeks: readonly string[];
  readonly groups: readonly string[];
  bucketOf(group: string, week: string): number;
  /** Buckets of a group, or of all, in a week, or in all time. */
  bucketsOf(group: string | null, week: string | null): number[];
}

/**
 * Buckets of every week and one for interactions without a time, for each group and for all others together.
 * @param groups those that are shown
 */
export function reportLayout(weeks: readonly string[], groups: readonly string[]): ReportLayout {
  const placeOfWeek = new Map(weeks.map((week, place) => [week, place]));
  const placeOfGroup = new Map(groups.map((group, place) => [group, place]));
  const width = weeks.length + 1;
  const groupPlace = (group: string) => placeOfGroup.get(group) ?? groups.length;
  const weekPlace = (week: string) => placeOfWeek.get(week) ?? weeks.length;
  return {
    weeks,
    groups,
    bucketOf: (group, week) => groupPlace(group) * width + weekPlace(week),
    bucketsOf: (group, week) =>
      (group === null ? placesUpTo(groups.length + 1) : [groupPlace(group)]).flatMap((one) =>
        (week === null ? placesUpTo(width) : [weekPlace(week)]).map((other) => one * width + other),
      ),
  };
}

/** Values with most interactions first, at most so many. */
export function greatestValues(
  counts: Iterable<readonly [value: string, interactions: number]>,
  most: number,
): string[] {
  const sums = new Map<string, number>();
  for (const [value, interactions] of counts) sums.set(value, (sums.get(value) ?? 0) + interactions);
  return [...sums]
    .toSorted(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([value]) => value);
}

function placesUpTo(length: number): number[] {
  return Array.from({ length }, (_, place) => place);
}
