import type { SparseVector } from './sparse-vector.ts';

/** By content, so that the order in which vectors come decides nothing. */
export function compareVectors(one: SparseVector, other: SparseVector): number {
  const length = Math.min(one.terms.length, other.terms.length);
  for (let at = 0; at < length; at += 1) {
    const difference =
      (one.terms[at] ?? 0) - (other.terms[at] ?? 0) || (one.weights[at] ?? 0) - (other.weights[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.terms.length - other.terms.length;
}

/** Indices of vectors in the order of their content. */
export function contentOrder(vectors: readonly SparseVector[]): number[] {
  return [...vectors.entries()]
    .toSorted(([, one], [, other]) => compareVectors(one, other))
    .map(([at]) => at);
}
