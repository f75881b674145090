import type { SparseVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { createTermWeighting } from '../../../shared/domain/clusters/term-weights.ts';

/** Means of raw vectors by group, in the weights of a run. */
export interface MeanVectors {
  add(group: number, vector: SparseVector): void;
  count(group: number): number;
  /** Of length one, its heaviest terms alone; null of a group without vectors. */
  mean(group: number): SparseVector | null;
}

/** As many words as tell a mean from any other; of a model's vectors every number counts. */
const mostWords = 256;

export function createMeanVectors(idf: SparseVector): MeanVectors {
  const weighting = createTermWeighting(idf);
  const mostTerms = idf.terms.length === 0 ? Infinity : mostWords;
  const sums = new Map<number, { readonly terms: Map<number, number>; count: number }>();
  return {
    add(group, { terms, weights }) {
      const scratch = { terms, weights: weights.slice(), length: terms.length };
      weighting(scratch);
      const sum = sums.get(group) ?? { terms: new Map<number, number>(), count: 0 };
      sums.set(group, sum);
      sum.count += 1;
      for (let at = 0; at < scratch.length; at++) {
        const term = terms[at] ?? 0;
        sum.terms.set(term, (sum.terms.get(term) ?? 0) + (scratch.weights[at] ?? 0));
      }
    },
    count: (group) => sums.get(group)?.count ?? 0,
    mean(group) {
      const sum = sums.get(group);
      return sum === undefined ? null : unitVector(sum.terms, mostTerms);
    },
  };
}

function unitVector(all: ReadonlyMap<number, number>, mostTerms: number): SparseVector {
  const heaviest = [...all]
    .toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0])
    .slice(0, mostTerms)
    .toSorted((a, b) => a[0] - b[0]);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight)) || 1;
  return {
    terms: Uint32Array.from(heaviest, ([term]) => term),
    weights: Float32Array.from(heaviest, ([, weight]) => weight / length),
  };
}
