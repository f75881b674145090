import type { ClusterInput } from './cluster-input.ts';
import { createMeans } from './means.ts';
import type { UnitVectors } from './micro-centroids.ts';
import type { Nearest } from './micro-members.ts';
import { createVectorScratch, type SparseVector } from './sparse-vector.ts';
import { createVectorIndex } from './vector-index.ts';

/**
 * The most typical row of each cluster: the unit nearest to the mean of the cluster's units; of rows that are equal the
 * first.
 */
export function clusterMedoids(
  input: ClusterInput,
  units: UnitVectors,
  nearest: Nearest,
  clusterOfMicro: Int32Array,
  clusterCount: number,
): Int32Array {
  const labels = nearest.micro.map((micro) => clusterOfMicro[micro] ?? -1);
  const all = Uint32Array.from(labels.keys());
  const means = createMeans(input.isSparse).of(
    units,
    all,
    labels,
    Array.from({ length: clusterCount }, () => nothing),
  );
  const index = createVectorIndex(means);
  const best = new Int32Array(clusterCount).fill(-1);
  const closest = new Float64Array(clusterCount).fill(-Infinity);
  const scratch = createVectorScratch();
  for (const [unit, cluster] of labels.entries()) {
    if (cluster < 0) continue;
    units.read(unit, scratch);
    const cosine = index.similarities(scratch)[cluster] ?? 0;
    if (cosine <= (closest[cluster] ?? 0)) continue;
    closest[cluster] = cosine;
    best[cluster] = unit;
  }
  const firstRows = firstRowOfUnits(input);
  return best.map((unit) => firstRows[unit] ?? -1);
}

const nothing: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

function firstRowOfUnits({ unitOfRow, unitCount }: ClusterInput): Int32Array {
  const first = new Int32Array(unitCount).fill(-1);
  for (let row = unitOfRow.length - 1; row >= 0; row--) first[unitOfRow[row] ?? 0] = row;
  return first;
}
