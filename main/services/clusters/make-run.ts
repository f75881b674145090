import { setImmediate } from 'node:timers/promises';
import { matchClusters } from '../../../shared/domain/clusters/match-clusters.ts';
import { packVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import type { ClusterSettings } from '../../../shared/contract/cluster-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import { addChangeCluster, clusterOfChanges } from '../../db/tables/change-clusters.ts';
import { deleteRun, findRun, insertRun, moveRun, type RunRow } from '../../db/tables/cluster-runs.ts';
import { clustersOfRun, insertCluster, insertMicro, type NewCluster } from '../../db/tables/clusters.ts';
import { inTimedTransactions } from '../imports/timed-transactions.ts';
import type { JobContext } from '../job-context.ts';
import { takeColour } from './cluster-id.ts';
import { type GroupedChanges, groupChanges } from './cluster-thread.ts';
import { freeId, freeName } from './free-id.ts';
import { jobCancelled } from './job-cancelled.ts';
import { nameFound } from './name-found.ts';
import { packModel } from './run-model.ts';
import { typicalDigests } from './typical-digests.ts';

export interface RunPlan {
  readonly modelSeq: number;
  readonly isSparse: boolean;
  readonly settings: ClusterSettings;
}

/**
 * Stage 3 from the beginning: makes all clusters anew beside the current run. Clusters that are those of the current run
 * take over its ids, names and colours. The first run is current at once, any other is pending until a person accepts it.
 * JOB_CANCELLED: then nothing of it is left.
 */
export async function makeRun(context: JobContext, plan: RunPlan): Promise<Result<null>> {
  const { database } = context;
  const startedAt = performance.now();
  const { modelSeq, isSparse, settings } = plan;
  const { seed, leastChanges, joinAt } = settings;
  const found = await groupChanges(context, {
    modelSeq,
    isSparse,
    seed,
    leastChanges,
    joinAt,
    pool: null,
  });
  if (found === null) return jobCancelled();
  const clusters = describe(database, found, plan, findRun(database, 'current'));
  const seconds = (performance.now() - startedAt) / 1000;
  const runSeq = transact(database, () => {
    deleteRun(database, 'building');
    return insertRun(database, {
      id: createId(),
      modelSeq,
      settings,
      stats: { seconds, throughChange: found.changeSeqs.at(-1) ?? 0, pooled: 0, ...countsOf(found) },
      model: packModel(found.micro),
      createdAt: Date.now(),
    });
  });
  const isWritten = await writeRun(context, runSeq, found, clusters);
  transact(database, () => {
    if (!isWritten) deleteRun(database, 'building');
    else moveRun(database, 'building', findRun(database, 'current') === null ? 'current' : 'pending');
  });
  return isWritten ? succeed(null) : jobCancelled();
}

function countsOf({ clusterOfRow, clusterCount }: GroupedChanges) {
  const noise = clusterOfRow.reduce((sum, cluster) => sum + (cluster < 0 ? 1 : 0), 0);
  return { changes: clusterOfRow.length, noise, clusters: clusterCount };
}

/** The clusters of a run that the found ones are, by their numbers and the changes that both have; none of those that are new. */
function matched(database: Database, run: RunRow, found: GroupedChanges): Map<number, number> {
  const counts = new Map<string, { readonly before: number; readonly after: number; count: number }>();
  for (const { changeSeq, clusterSeq: before } of clusterOfChanges(database, run.seq)) {
    const row = indexOfSorted(found.changeSeqs, changeSeq);
    const after = found.clusterOfRow[row] ?? -1;
    if (after < 0) continue;
    const key = `${before} ${after}`;
    const overlap = counts.get(key) ?? { before, after, count: 0 };
    overlap.count += 1;
    counts.set(key, overlap);
  }
  return new Map(matchClusters(counts.values()).map(({ before, after }) => [after, before]));
}

/** Index of a value in ascending ones; -1 where it is not among them. */
function indexOfSorted(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = values[middle] ?? 0;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What is stored of the found clusters; those of the run before keep id, name, colour and age. */
function describe(
  database: Database,
  found: GroupedChanges,
  { settings }: RunPlan,
  run: RunRow | null,
): NewCluster[] {
  const before = run === null ? [] : clustersOfRun(database, run.seq);
  const bySeq = new Map(before.map((cluster) => [cluster.seq, cluster]));
  const matches = run === null ? new Map<number, number>() : matched(database, run, found);
  const kept = Array.from({ length: found.clusterCount }, (_, cluster) =>
    bySeq.get(matches.get(cluster) ?? -1),
  );
  const ids = new Set(before.map(({ id }) => id));
  const names = new Set(kept.flatMap((cluster) => cluster?.name ?? []));
  const colours = kept.flatMap((cluster) => cluster?.colour ?? []);
  const digests = typicalDigests(database, found);
  const now = Date.now();
  return nameFound(database, found).map(({ name, terms }, cluster) => {
    const same = kept[cluster];
    if (same !== undefined) {
      return { id: same.id, name: same.name, colour: same.colour, terms, createdAt: same.createdAt };
    }
    const id = freeId(ids, digests[cluster] ?? 0, settings.model);
    return { id, name: freeName(names, name), colour: takeColour(colours), terms, createdAt: now };
  });
}

/** Rows that are written between two looks at whether the job was cancelled. */
const rowsAtOnce = 5000;

/** Rows of one cluster after those of another: two of three indexes then grow in few places at a time. */
function byCluster({ clusterOfRow }: GroupedChanges): Uint32Array {
  return Uint32Array.from(clusterOfRow, (_, row) => row).toSorted(
    (a, b) => (clusterOfRow[a] ?? 0) - (clusterOfRow[b] ?? 0) || a - b,
  );
}

/** Returns false where the person cancelled. */
async function writeRun(
  context: JobContext,
  runSeq: number,
  found: GroupedChanges,
  clusters: readonly NewCluster[],
): Promise<boolean> {
  const { database, signal } = context;
  const clusterSeqs: number[] = [];
  inTimedTransactions(database, clusters, (cluster) => {
    clusterSeqs.push(insertCluster(database, runSeq, cluster));
  });
  const microSeqs: number[] = [];
  inTimedTransactions(database, found.micro.centroids.entries(), ([micro, centroid]) => {
    const clusterSeq = clusterSeqs[found.clusterOfMicro[micro] ?? -1] ?? null;
    const place = { x: found.x[micro] ?? 0, y: found.y[micro] ?? 0 };
    const size = found.sizes[micro] ?? 0;
    microSeqs.push(
      insertMicro(database, runSeq, { clusterSeq, centroid: packVector(centroid), size, ...place }),
    );
  });
  const order = byCluster(found);
  const total = order.length;
  for (let from = 0; from < total; from += rowsAtOnce) {
    inTimedTransactions(database, order.subarray(from, from + rowsAtOnce), (row) => {
      addChangeCluster(database, runSeq, {
        changeSeq: found.changeSeqs[row] ?? 0,
        microSeq: microSeqs[found.microOfRow[row] ?? -1] ?? null,
        clusterSeq: clusterSeqs[found.clusterOfRow[row] ?? -1] ?? null,
        similarity: found.similarity[row] ?? 0,
      });
    });
    const done = Math.min(total, from + rowsAtOnce);
    context.report({ done, total, unit: 'rows', rows: done });
    await setImmediate();
    await context.whenRunning();
    if (signal.aborted) return false;
  }
  return true;
}
