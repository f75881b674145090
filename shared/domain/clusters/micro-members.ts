import type { MicroModel } from './assign-changes.ts';
import type { ClusterInput } from './cluster-input.ts';
import type { UnitVectors } from './micro-centroids.ts';
import { createVectorScratch } from './sparse-vector.ts';
import { createVectorIndex, indexOfGreatest } from './vector-index.ts';

/** By unit. */
export interface Nearest {
  /** -1 where none is near. */
  readonly micro: Int32Array;
  readonly similarity: Float32Array;
}

const stepUnits = 2048;

/** The nearest micro-cluster of every unit; null where it was stopped. */
export function nearestMicro(
  units: UnitVectors,
  { centroids, leastSimilarity }: MicroModel,
  goesOn: (share: number) => boolean,
): Nearest | null {
  const index = createVectorIndex(centroids);
  const scratch = createVectorScratch();
  const micro = new Int32Array(units.count);
  const similarity = new Float32Array(units.count);
  for (let unit = 0; unit < units.count; unit++) {
    if (unit % stepUnits === 0 && !goesOn(unit / units.count)) return null;
    units.read(unit, scratch);
    const found = index.similarities(scratch);
    const best = indexOfGreatest(found);
    const cosine = found[best] ?? 0;
    similarity[unit] = cosine;
    micro[unit] = cosine >= leastSimilarity ? best : -1;
  }
  return { micro, similarity };
}

/** Changes, not units, of each micro-cluster. */
export function sizesOf(input: ClusterInput, micro: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count);
  for (let unit = 0; unit < input.unitCount; unit++) {
    const label = micro[unit] ?? -1;
    if (label >= 0) sizes[label] = (sizes[label] ?? 0) + (input.unitRows[unit] ?? 0);
  }
  return sizes;
}

/** The failure mode that most of each micro-cluster's examples have, the smallest number of equal ones; -1 without examples. */
export function modesOf({ examples }: ClusterInput, micro: Int32Array, count: number): Int32Array {
  const votes = Array.from({ length: count }, () => new Map<number, number>());
  for (const { unit, mode } of examples) {
    const counts = votes[micro[unit] ?? -1];
    counts?.set(mode, (counts.get(mode) ?? 0) + 1);
  }
  return Int32Array.from(votes, (counts) => {
    const [first] = [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || a - b);
    return first?.[0] ?? -1;
  });
}
