export interface PlacedWeekName {
  readonly x: number;
  readonly name: string;
  /** Below the first week, and the first that is named of each later year. */
  readonly year: string | null;
}

const nameWidth = 36;

/** Names of weeks as far as they fit beside each other, the newest always. */
export function placeWeekNames(
  weeks: readonly string[],
  { xOf, step }: { readonly xOf: (week: number) => number; readonly step: number },
): readonly PlacedWeekName[] {
  const every = Math.max(1, Math.ceil(nameWidth / step));
  let shownYear = '';
  return weeks.flatMap((week, place): PlacedWeekName[] => {
    if ((weeks.length - 1 - place) % every !== 0) return [];
    const year = week.slice(0, 4);
    const isNew = year !== shownYear;
    shownYear = year;
    return [{ x: xOf(place), name: week.slice(5), year: isNew ? year : null }];
  });
}
