import type { SparseVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { unpackVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { transact } from '../../db/database.ts';
import type { Database } from '../../db/database.ts';
import { joinedSince } from '../../db/tables/change-vectors.ts';
import type { RunRow } from '../../db/tables/cluster-runs.ts';
import { clustersOfRun, setDrift } from '../../db/tables/clusters.ts';
import { createMeanVectors } from './mean-vectors.ts';
import { readModel } from './run-model.ts';

/** Fewer that joined tell nothing. */
const leastJoined = 20;

/** Of more the newest tell how a cluster is now. */
const mostJoined = 20_000;

/** Stores of each cluster of a run how like what joined since is to what it was made of. */
export function measureDrift(database: Database, run: RunRow): void {
  const model = readModel(database, run.seq);
  const made = new Map<number, SparseVector>();
  const clusters = clustersOfRun(database, run.seq);
  const joined = createMeanVectors(model.idf);
  const since = { modelSeq: run.modelSeq, runSeq: run.seq, after: run.stats.throughChange };
  for (const { clusterSeq, vector } of joinedSince(database, { ...since, limit: mostJoined }))
    joined.add(clusterSeq, unpackVector(vector));
  for (const { seq } of clusters) {
    const members = model.micros.filter(({ clusterSeq }) => clusterSeq === seq);
    made.set(
      seq,
      weightedMean(members.map(({ centroid, size }) => ({ centroid: unpackVector(centroid), size }))),
    );
  }
  transact(database, () => {
    for (const { seq } of clusters) {
      const now = joined.count(seq) < leastJoined ? null : joined.mean(seq);
      const before = made.get(seq);
      setDrift(database, seq, now === null || before === undefined ? null : cosine(before, now));
    }
  });
}

function weightedMean(
  members: readonly { readonly centroid: SparseVector; readonly size: number }[],
): SparseVector {
  const sum = new Map<number, number>();
  for (const { centroid, size } of members) {
    for (const [at, term] of centroid.terms.entries())
      sum.set(term, (sum.get(term) ?? 0) + size * (centroid.weights[at] ?? 0));
  }
  const terms = [...sum.keys()].toSorted((a, b) => a - b);
  return {
    terms: Uint32Array.from(terms),
    weights: Float32Array.from(terms, (term) => sum.get(term) ?? 0),
  };
}

function cosine(one: SparseVector, other: SparseVector): number {
  const weights = new Map([...one.terms].map((term, at) => [term, one.weights[at] ?? 0]));
  let product = 0;
  for (const [at, term] of other.terms.entries())
    product += (weights.get(term) ?? 0) * (other.weights[at] ?? 0);
  const lengths = Math.hypot(...one.weights) * Math.hypot(...other.weights);
  return lengths === 0 ? 0 : product / lengths;
}
