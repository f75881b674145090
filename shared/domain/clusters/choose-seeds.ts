import type { MicroOptions, UnitVectors } from './micro-centroids.ts';
import { createVectorScratch, type SparseVector, type VectorScratch } from './sparse-vector.ts';
import { createVectorIndex } from './vector-index.ts';

/**
 * Where k-means begins: greedy k-means++ (Arthur and Vassilvitskii, 2007) over a sample. Of some candidates that were drawn
 * from what is far from all seeds, the one that brings most units nearer to a seed is taken, so that a lone unit, which is
 * far from everything, is not.
 */
export function chooseSeeds(
  units: UnitVectors,
  order: Uint32Array,
  { count, isSparse }: Pick<MicroOptions, 'count' | 'isSparse'>,
  random: () => number,
): readonly SparseVector[] {
  // Vectors of a model have a weight for every term, so that each comparison costs ten times as much.
  const sample = order.subarray(0, isSparse ? 8000 : 4000);
  const candidates = isSparse ? 4 : 1;
  const vectors = Array.from(sample, (unit) => readUnit(units, unit));
  const index = createVectorIndex(vectors);
  const weights = Float64Array.from(sample, (unit) => units.weightOf(unit));
  const nearest = new Float64Array(sample.length);
  const seeds: SparseVector[] = [];
  while (seeds.length < count) {
    let best = -1;
    let greatest = 0;
    for (let draw = 0; draw < candidates; draw++) {
      const candidate = drawFar(weights, nearest, random());
      if (candidate === -1) return seeds;
      const gain = gainOf(index.similarities(scratchOf(vectors[candidate])), weights, nearest);
      if (gain <= greatest) continue;
      best = candidate;
      greatest = gain;
    }
    const seed = vectors[best];
    if (seed === undefined) return seeds;
    const found = index.similarities(scratchOf(seed));
    for (let at = 0; at < nearest.length; at++) nearest[at] = Math.max(nearest[at] ?? 0, found[at] ?? 0);
    nearest[best] = 1;
    seeds.push(seed);
  }
  return seeds;
}

function gainOf(found: Float32Array, weights: Float64Array, nearest: Float64Array): number {
  let gain = 0;
  for (let at = 0; at < nearest.length; at++) {
    const better = (found[at] ?? 0) - (nearest[at] ?? 0);
    if (better > 0) gain += better * (weights[at] ?? 0);
  }
  return gain;
}

/** One of the sample, the likelier the further it is from all seeds; -1 where all are seeds. */
function drawFar(weights: Float64Array, nearest: Float64Array, random: number): number {
  let total = 0;
  for (let at = 0; at < nearest.length; at++) total += (weights[at] ?? 0) * (1 - (nearest[at] ?? 0)) ** 2;
  if (total <= 1e-6) return -1;
  let rest = random * total;
  for (let at = 0; at < nearest.length; at++) {
    rest -= (weights[at] ?? 0) * (1 - (nearest[at] ?? 0)) ** 2;
    if (rest <= 0) return at;
  }
  return nearest.length - 1;
}

function readUnit(units: UnitVectors, unit: number): SparseVector {
  const scratch = createVectorScratch();
  units.read(unit, scratch);
  return { terms: scratch.terms.slice(0, scratch.length), weights: scratch.weights.slice(0, scratch.length) };
}

function scratchOf(vector: SparseVector | undefined): VectorScratch {
  const { terms, weights } = vector ?? none;
  return { terms, weights, length: terms.length };
}

const none: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };
