/** How often each value was seen. */
export type ValueCounts = ReadonlyMap<number, number>;

export function countOf(counts: ValueCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** All counts together. */
export function mergeCounts(all: Iterable<ValueCounts>): Map<number, number> {
  const merged = new Map<number, number>();
  for (const counts of all)
    for (const [value, count] of counts) merged.set(value, (merged.get(value) ?? 0) + count);
  return merged;
}

/** Tells the value at a rank, 1 the least, of values that were seen so often; there is at least one. */
export function rankedValues(counts: ValueCounts): (rank: number) => number {
  const values = [...counts].toSorted(([one], [other]) => one - other);
  return (rank) => {
    let below = 0;
    for (const [value, count] of values) {
      below += count;
      if (below >= rank) return value;
    }
    return values.at(-1)?.[0] ?? NaN;
  };
}

/** The middle value, or the mean of the two in the middle. */
export function medianOf(counts: ValueCounts): number {
  const total = countOf(counts);
  const valueAt = rankedValues(counts);
  return (valueAt(Math.ceil(total / 2)) + valueAt(Math.floor(total / 2) + 1)) / 2;
}
