import type { RunDifference } from '../../../shared/contract/cluster-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { clusterWeeks, type RunOverlap, runOverlaps } from '../../db/tables/change-clusters.ts';
import { clusterDecisions } from '../../db/tables/cluster-decisions.ts';
import { findRun } from '../../db/tables/cluster-runs.ts';
import { type ClusterRow, clustersOfRun } from '../../db/tables/clusters.ts';
import { noPendingRun, noRun } from './not-found.ts';

/** A part of a cluster is told where it is at least this share of it. */
const leastPart = 0.2;

/** What the pending run would change. RUN_NOT_FOUND where none is pending. */
export async function runDifference(database: Database): Promise<Result<RunDifference>> {
  const current = findRun(database, 'current');
  const pending = findRun(database, 'pending');
  if (current === null) return noRun();
  if (pending === null) return noPendingRun();
  const before = createSide(database, current.seq);
  const after = createSide(database, pending.seq);
  const overlaps = runOverlaps(database, current.seq, pending.seq);
  const decisions = clusterDecisions(database);
  const shared = (one: ClusterRow, other: ClusterRow) =>
    overlaps.find((overlap) => overlap.before === one.seq && overlap.after === other.seq)?.count ?? 0;
  const kept = before.clusters.flatMap((cluster) => {
    const same = after.byId.get(cluster.id);
    if (same === undefined) return [];
    const { id } = cluster;
    const sizes = {
      before: before.sizeOf(cluster),
      after: after.sizeOf(same),
      shared: shared(cluster, same),
    };
    return [{ id, name: same.name, ...sizes }];
  });
  const inBoth = sumOf(overlaps, ({ count }) => count);
  return succeed({
    keptShare: inBoth === 0 ? null : sumOf(kept, (one) => one.shared) / inBoth,
    kept,
    added: after.clusters
      .filter(({ id }) => !before.byId.has(id))
      .map((cluster) => ({ id: cluster.id, name: cluster.name, changes: after.sizeOf(cluster) })),
    removed: before.clusters
      .filter(({ id }) => !after.byId.has(id))
      .map((cluster) => {
        const decided = decisions.get(cluster.id);
        const state =
          decided === undefined ? 'proposed' : decided.modes.length === 0 ? 'dismissed' : 'confirmed';
        return { id: cluster.id, name: cluster.name, changes: before.sizeOf(cluster), state } as const;
      }),
    split: partsOf(before, after, overlaps, 'before').map(({ name, parts }) => ({ from: name, into: parts })),
    merged: partsOf(after, before, overlaps, 'after').map(({ name, parts }) => ({ from: parts, into: name })),
  });
}

interface Side {
  readonly clusters: readonly ClusterRow[];
  readonly byId: ReadonlyMap<string, ClusterRow>;
  readonly bySeq: ReadonlyMap<number, ClusterRow>;
  sizeOf(cluster: ClusterRow): number;
}

function createSide(database: Database, runSeq: number): Side {
  const clusters = clustersOfRun(database, runSeq);
  const weeks = Map.groupBy(clusterWeeks(database, runSeq), ({ clusterSeq }) => clusterSeq);
  return {
    clusters,
    byId: new Map(clusters.map((cluster) => [cluster.id, cluster])),
    bySeq: new Map(clusters.map((cluster) => [cluster.seq, cluster])),
    sizeOf: ({ seq }) => sumOf(weeks.get(seq) ?? [], ({ changes }) => changes),
  };
}

/** Clusters of one side that are several of the other, with the names of those. */
function partsOf(
  whole: Side,
  other: Side,
  overlaps: readonly RunOverlap[],
  side: 'before' | 'after',
): { readonly name: string; readonly parts: string[] }[] {
  const otherSide = side === 'before' ? 'after' : 'before';
  const bySeq = Map.groupBy(overlaps, (overlap) => overlap[side]);
  return whole.clusters.flatMap((cluster) => {
    const size = whole.sizeOf(cluster);
    const parts = (bySeq.get(cluster.seq) ?? [])
      .filter(({ count }) => count >= leastPart * size)
      .toSorted((a, b) => b.count - a.count)
      .flatMap((overlap) => other.bySeq.get(overlap[otherSide])?.name ?? []);
    return parts.length < 2 ? [] : [{ name: cluster.name, parts }];
  });
}

function sumOf<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + amount(row), 0);
}
