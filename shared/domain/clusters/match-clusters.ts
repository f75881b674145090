import { assignRows } from './assign-rows.ts';

/** How many changes an old and a new cluster have in common. */
export interface Overlap {
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

/** An old and a new cluster that are taken for the same. */
export interface MatchedClusters {
  readonly before: number;
  readonly after: number;
  /** Changes that both have. */
  readonly shared: number;
}

/**
 * Which new cluster is which old one: pairs, each cluster in one at most, so that as many changes as can be stay where they
 * were (the Hungarian method). Clusters that share nothing are in no pair. In the order of the old ones.
 */
export function matchClusters(overlap: Iterable<Overlap>): MatchedClusters[] {
  const counts = new Map<number, Map<number, number>>();
  const columns = new Set<number>();
  for (const { before, after, count } of overlap) {
    if (count <= 0) continue;
    const row = counts.get(before) ?? new Map<number, number>();
    row.set(after, (row.get(after) ?? 0) + count);
    counts.set(before, row);
    columns.add(after);
  }
  const rows = [...counts.keys()].toSorted((a, b) => a - b);
  const names = [...columns].toSorted((a, b) => a - b);
  const countAt = (row: number, column: number): number =>
    counts.get(rows[row] ?? -1)?.get(names[column] ?? -1) ?? 0;
  // Square, for what is left over to be paired with nothing.
  const size = Math.max(rows.length, names.length);
  const costs = Float64Array.from(
    { length: size * size },
    (_, at) => -countAt(Math.floor(at / size), at % size),
  );
  return Array.from(assignRows(costs, size), (column, row) => ({
    before: rows[row] ?? -1,
    after: names[column] ?? -1,
    shared: countAt(row, column),
  })).filter(({ shared }) => shared > 0);
}
