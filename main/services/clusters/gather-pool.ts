import { placeMicros } from '../../../shared/domain/clusters/place-micros.ts';
import { leastChangesFor } from '../../../shared/domain/clusters/make-clusters.ts';
import { packVector, unpackVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { transact } from '../../db/database.ts';
import { countPooled, countsOfRun, moveChangeCluster } from '../../db/tables/change-clusters.ts';
import { vectorOf } from '../../db/tables/change-vectors.ts';
import { type RunRow, setRunStats } from '../../db/tables/cluster-runs.ts';
import { clustersOfRun, insertCluster, insertMicro } from '../../db/tables/clusters.ts';
import { inTimedTransactions } from '../imports/timed-transactions.ts';
import type { JobContext } from '../job-context.ts';
import { takeColour } from './cluster-id.ts';
import { type GroupedChanges, groupChanges } from './cluster-thread.ts';
import { freeId, freeName } from './free-id.ts';
import { createMeanVectors } from './mean-vectors.ts';
import { nameFound } from './name-found.ts';
import { readModel } from './run-model.ts';
import { typicalDigests } from './typical-digests.ts';

/** Of more that are in no cluster the newest are looked through. */
const mostPooled = 50_000;

/**
 * What came since a run and joined no cluster becomes new clusters where enough of it is alike. Clusters that are there
 * stay as they are. Gives how many are new; null where the person cancelled.
 */
export async function gatherPool(
  context: JobContext,
  run: RunRow,
  isSparse: boolean,
): Promise<number | null> {
  const { database } = context;
  const { seq: runSeq, modelSeq, settings, stats } = run;
  const leastChanges = settings.leastChanges ?? leastChangesFor(countsOfRun(database, runSeq).changes);
  const pooled = countPooled(database, runSeq, stats.throughChange);
  if (pooled - stats.pooled < leastChanges) return 0;
  const { leastSimilarity } = readModel(database, runSeq);
  const pool = { runSeq, after: stats.throughChange, limit: mostPooled, leastSimilarity };
  const { seed, joinAt } = settings;
  const found = await groupChanges(context, { modelSeq, isSparse, seed, leastChanges, joinAt, pool });
  if (found === null) return null;
  if (found.clusterCount > 0) addFound(context, run, found);
  const left = countPooled(database, runSeq, stats.throughChange);
  transact(database, () => setRunStats(database, runSeq, { pooled: left }));
  return found.clusterCount;
}

/** All in one transaction but for what says which change is in which cluster. */
function addFound({ database }: JobContext, run: RunRow, found: GroupedChanges): void {
  const { seq: runSeq, modelSeq, settings } = run;
  const model = readModel(database, runSeq);
  const means = createMeanVectors(model.idf);
  for (const [row, changeSeq] of found.changeSeqs.entries()) {
    if ((found.clusterOfRow[row] ?? -1) < 0) continue;
    const vector = vectorOf(database, changeSeq, modelSeq);
    if (vector !== null) means.add(found.microOfRow[row] ?? -1, unpackVector(vector));
  }
  const before = clustersOfRun(database, runSeq);
  const ids = new Set(before.map(({ id }) => id));
  const colours = before.map(({ colour }) => colour);
  const taken = new Set(before.map(({ name }) => name));
  const named = nameFound(database, found);
  const digests = typicalDigests(database, found);
  const fresh = [...found.clusterOfMicro.entries()].flatMap(([micro, cluster]) => {
    const centroid = means.mean(micro);
    return cluster < 0 || centroid === null ? [] : [{ micro, cluster, centroid, size: means.count(micro) }];
  });
  const places = placeMicros(
    {
      centroids: model.centroids,
      sizes: model.micros.map(({ size }) => size),
      x: model.micros.map(({ x }) => x),
      y: model.micros.map(({ y }) => y),
    },
    { centroids: fresh.map(({ centroid }) => centroid), sizes: fresh.map(({ size }) => size) },
  );
  const microSeqs = new Map<number, number>();
  const clusterSeqs = transact(database, () => {
    const seqs = named.map(({ name, terms }, cluster) => {
      const id = freeId(ids, digests[cluster] ?? 0, settings.model);
      const colour = takeColour(colours);
      return insertCluster(database, runSeq, {
        id,
        name: freeName(taken, name),
        colour,
        terms,
        createdAt: Date.now(),
      });
    });
    for (const [at, { micro, cluster, centroid, size }] of fresh.entries()) {
      const row = { clusterSeq: seqs[cluster] ?? null, centroid: packVector(centroid), size };
      const place = { x: places.x[at] ?? 0, y: places.y[at] ?? 0 };
      microSeqs.set(micro, insertMicro(database, runSeq, { ...row, ...place }));
    }
    return seqs;
  });
  inTimedTransactions(database, found.changeSeqs.entries(), ([row, changeSeq]) => {
    const microSeq = microSeqs.get(found.microOfRow[row] ?? -1);
    if (microSeq === undefined) return;
    const clusterSeq = clusterSeqs[found.clusterOfRow[row] ?? -1] ?? null;
    const similarity = found.similarity[row] ?? 0;
    moveChangeCluster(database, runSeq, { changeSeq, microSeq, clusterSeq, similarity });
  });
}
