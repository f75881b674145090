import { createVectorScratch, type SparseVector } from './sparse-vector.ts';
import { createTermWeighting } from './term-weights.ts';
import { createVectorIndex, indexOfGreatest } from './vector-index.ts';

/** All that is needed to say to which micro-cluster a change belongs. */
export interface MicroModel {
  /** Of length one. */
  readonly centroids: readonly SparseVector[];
  /** Inverse frequencies by term, see `inverseFrequencies`; empty for vectors of a model. */
  readonly idf: SparseVector;
  /** Cosine below which a change is in none. */
  readonly leastSimilarity: number;
}

export interface Assignment {
  /** -1 where none is near. */
  readonly micro: number;
  /** Cosine to the nearest, near or not. */
  readonly similarity: number;
}

/** Gives the nearest micro-cluster of raw vectors, as `changeFeatures` makes them. */
export function createAssigner(model: MicroModel): (vector: SparseVector) => Assignment {
  const weighting = createTermWeighting(model.idf);
  const index = createVectorIndex(model.centroids);
  const scratch = createVectorScratch();
  return ({ terms, weights }) => {
    scratch.terms = terms;
    scratch.weights = weights.slice();
    scratch.length = terms.length;
    weighting(scratch);
    const similarities = index.similarities(scratch);
    const micro = indexOfGreatest(similarities);
    const similarity = similarities[micro] ?? 0;
    return { micro: similarity >= model.leastSimilarity ? micro : -1, similarity };
  };
}
