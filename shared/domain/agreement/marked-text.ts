/** A part of a text, the end exclusive. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
}

export interface MarkedTally {
  /** Takes what both raters marked of one text. */
  add(first: readonly MarkedRange[], second: readonly MarkedRange[]): void;
  /** From 0 to 1; null where neither has marked anything. */
  finish(): number | null;
}

/**
 * F1 over the units of the texts: how much of what either marked, both did, whatever they called it and wherever they
 * drew its ends. Text that one rater marked several times counts once.
 */
export function createMarkedTally(): MarkedTally {
  let both = 0;
  let marked = 0;
  return {
    add(first, second) {
      const [a, b] = [lengthOf(merge(first)), lengthOf(merge(second))];
      marked += a + b;
      // What is in both is in each, and in all of it once.
      both += 2 * (a + b - lengthOf(merge([...first, ...second])));
    },
    finish: () => (marked === 0 ? null : both / marked),
  };
}

function merge(ranges: readonly MarkedRange[]): readonly MarkedRange[] {
  const merged: MarkedRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end) merged.push(range);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return merged;
}

function lengthOf(ranges: readonly MarkedRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}
