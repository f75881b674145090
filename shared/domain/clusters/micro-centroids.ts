import { createRandomNumber } from '../agreement/seeded-random.ts';
import { mixed } from '../text/shingles.ts';
import { chooseSeeds } from './choose-seeds.ts';
import { createMeans } from './means.ts';
import { createVectorScratch, type SparseVector, type VectorScratch } from './sparse-vector.ts';
import { createVectorIndex, indexOfGreatest } from './vector-index.ts';

/** Weighted vectors of length one, by number. */
export interface UnitVectors {
  readonly count: number;
  /** How much a unit counts. */
  weightOf(unit: number): number;
  read(unit: number, into: VectorScratch): void;
}

export interface MicroOptions {
  readonly seed: number;
  readonly isSparse: boolean;
  /** How many there are to be at most. */
  readonly count: number;
  /** Units that are less like their centroid do not move it. */
  readonly leastSimilarity: number;
  /** Called between steps of some milliseconds with the share done, 0 to 1; false ends the work. */
  goesOn(share: number): boolean;
}

/**
 * Centroids of small groups: spherical k-means, begun from seeds that lie where units are dense and apart from each other.
 * The first rounds go over a sample, the last over at most `maxTrained` units: more than that move no centroid. Null where it
 * was stopped.
 */
export function microCentroids(units: UnitVectors, options: MicroOptions): readonly SparseVector[] | null {
  const order = drawn(units, options.seed);
  let centroids = chooseSeeds(units, order, options, createRandomNumber(options.seed));
  const means = createMeans(options.isSparse);
  const sizes = rounds.map((round) => Math.min(units.count, round));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const [round, size] of sizes.entries()) {
    const least = round < 2 ? 0 : options.leastSimilarity;
    const list = order.subarray(0, size);
    const labels = assign(units, list, centroids, least, (share) =>
      options.goesOn((done + share * size) / total),
    );
    if (labels === null) return null;
    centroids = means.of(units, list, labels, centroids);
    done += size;
    if (round === rounds.length - 1) return withoutEmpty(centroids, labels);
  }
  return centroids;
}

function withoutEmpty(centroids: readonly SparseVector[], labels: Int32Array): readonly SparseVector[] {
  const used = new Set(labels);
  return centroids.filter((_, label) => used.has(label));
}

const maxTrained = 100_000;
const rounds = [10_000, 10_000, 10_000, 10_000, 30_000, 30_000, maxTrained, maxTrained];
const stepUnits = 2048;

/** The nearest centroid of each unit of a list, -1 where none is near; null where it was stopped. */
function assign(
  units: UnitVectors,
  list: Uint32Array,
  centroids: readonly SparseVector[],
  least: number,
  goesOn: (share: number) => boolean,
): Int32Array | null {
  const index = createVectorIndex(centroids);
  const scratch = createVectorScratch();
  const labels = new Int32Array(list.length);
  for (let at = 0; at < list.length; at++) {
    units.read(list[at] ?? 0, scratch);
    const similarities = index.similarities(scratch);
    const best = indexOfGreatest(similarities);
    labels[at] = (similarities[best] ?? 0) > least ? best : -1;
    if (at % stepUnits === 0 && !goesOn(at / list.length)) return null;
  }
  return labels;
}

/**
 * All units in an order that only they and the seed decide, as if drawn without putting back, those that count more sooner
 * (Efraimidis and Spirakis 2006). Else a large project's sample would be of what is never the same twice, which is mostly noise.
 */
function drawn(units: UnitVectors, seed: number): Uint32Array {
  const keys = Float64Array.from({ length: units.count }, (_, unit) => {
    const random = (mixed(unit ^ mixed(seed + 1)) + 1) / 2 ** 32;
    // Sorted as plain numbers, which is fast: the key in 29 bits, the unit in 24.
    return Math.floor((-Math.log(random) / units.weightOf(unit)) * 2 ** 24) * 2 ** 24 + unit;
  });
  return Uint32Array.from(keys.toSorted(), (key) => key % 2 ** 24);
}
