import type { SparseVector } from './sparse-vector.ts';
import { createVectorIndex } from './vector-index.ts';

export interface LinkOptions {
  /** How much each centroid stands for. */
  readonly sizes: ArrayLike<number>;
  /** The failure mode that people gave to most of each one's examples; -1 for none. */
  readonly modes: ArrayLike<number>;
  /** Mean cosine at which groups still are one. */
  readonly joinAt: number;
}

/** Groups of one mode are linked where they are so much less alike. */
const sameModeBonus = 0.3;

/**
 * Links centroids by average linkage (UPGMA, weighted by size) and gives the group of each. Groups that people gave
 * different modes are never linked.
 */
export function linkGroups(centroids: readonly SparseVector[], options: LinkOptions): Int32Array {
  const count = centroids.length;
  const alike = similarityMatrix(centroids);
  // One without changes still is somewhere.
  const sizes = Float64Array.from(options.sizes, (size) => Math.max(1, size));
  const modes = Int32Array.from(options.modes);
  const groups = Int32Array.from({ length: count }, (_, index) => index);
  const isAlive = new Uint8Array(count).fill(1);
  const score = (a: number, b: number): number => {
    const [modeA, modeB] = [modes[a] ?? -1, modes[b] ?? -1];
    if (modeA !== -1 && modeB !== -1 && modeA !== modeB) return -Infinity;
    return (alike[a * count + b] ?? 0) + (modeA !== -1 && modeA === modeB ? sameModeBonus : 0);
  };
  const nearest = Int32Array.from({ length: count }, () => -1);
  const nearestScore = new Float64Array(count).fill(-Infinity);
  const findNearest = (a: number): void => {
    nearest[a] = -1;
    nearestScore[a] = -Infinity;
    for (let b = 0; b < count; b++) {
      if (b === a || isAlive[b] === 0) continue;
      const found = score(a, b);
      if (found <= (nearestScore[a] ?? 0)) continue;
      nearest[a] = b;
      nearestScore[a] = found;
    }
  };
  for (let a = 0; a < count; a++) findNearest(a);
  for (;;) {
    const a = bestAlive(nearestScore, isAlive);
    const b = nearest[a] ?? -1;
    if (a === -1 || b === -1 || (nearestScore[a] ?? 0) < options.joinAt) return groups;
    const [sizeA, sizeB] = [sizes[a] ?? 0, sizes[b] ?? 0];
    for (let other = 0; other < count; other++) {
      const mean =
        ((alike[a * count + other] ?? 0) * sizeA + (alike[b * count + other] ?? 0) * sizeB) / (sizeA + sizeB);
      alike[a * count + other] = mean;
      alike[other * count + a] = mean;
    }
    sizes[a] = sizeA + sizeB;
    if (modes[a] === -1) modes[a] = modes[b] ?? -1;
    isAlive[b] = 0;
    for (let index = 0; index < count; index++) {
      if (groups[index] === b) groups[index] = a;
      if (isAlive[index] === 0) continue;
      if (index === a || nearest[index] === a || nearest[index] === b) findNearest(index);
      else {
        const found = score(index, a);
        if (found > (nearestScore[index] ?? 0)) {
          nearest[index] = a;
          nearestScore[index] = found;
        }
      }
    }
  }
}

function bestAlive(scores: Float64Array, isAlive: Uint8Array): number {
  let best = -1;
  for (let index = 0; index < scores.length; index++)
    if (isAlive[index] === 1 && (best === -1 || (scores[index] ?? 0) > (scores[best] ?? 0))) best = index;
  return best;
}

function similarityMatrix(centroids: readonly SparseVector[]): Float32Array {
  const count = centroids.length;
  const index = createVectorIndex(centroids);
  const matrix = new Float32Array(count * count);
  for (const [row, { terms, weights }] of centroids.entries())
    matrix.set(index.similarities({ terms, weights, length: terms.length }), row * count);
  return matrix;
}
