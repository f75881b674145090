/** Groups of micro-clusters by size. */
export interface RankedClusters {
  /** -1 where the group is too small. */
  readonly clusterOfMicro: Int32Array;
  readonly clusterCount: number;
}

/** Numbers the groups that have enough changes, the largest first. */
export function rankClusters(groups: Int32Array, sizes: Int32Array, leastChanges: number): RankedClusters {
  const totals = new Int32Array(groups.length);
  for (const [micro, group] of groups.entries()) totals[group] = (totals[group] ?? 0) + (sizes[micro] ?? 0);
  const ranked = Array.from(totals.keys())
    .filter((group) => (totals[group] ?? 0) >= Math.max(1, leastChanges))
    .toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
  const rankOf = new Int32Array(groups.length).fill(-1);
  for (const [rank, group] of ranked.entries()) rankOf[group] = rank;
  return { clusterOfMicro: groups.map((group) => rankOf[group] ?? -1), clusterCount: ranked.length };
}
