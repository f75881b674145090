import type { SparseVector } from './sparse-vector.ts';

/** Square matrix, row by row: 1 - cosine of every pair, between 0 and 2. A vector without terms is far from all. */
export function cosineDistances(vectors: readonly SparseVector[]): Float32Array {
  const count = vectors.length;
  const distances = new Float32Array(count * count);
  const row = new Float64Array(1 + vectors.reduce((most, { terms }) => Math.max(most, terms.at(-1) ?? 0), 0));
  const lengths = vectors.map(({ weights }) => Math.hypot(...weights));
  for (const [one, vector] of vectors.entries()) {
    for (const [at, term] of vector.terms.entries()) row[term] = vector.weights[at] ?? 0;
    for (let other = one + 1; other < count; other += 1) {
      const length = (lengths[one] ?? 0) * (lengths[other] ?? 0);
      const distance = length === 0 ? 1 : Math.max(0, 1 - dot(row, vectors[other]) / length);
      distances[one * count + other] = distance;
      distances[other * count + one] = distance;
    }
    for (const term of vector.terms) row[term] = 0;
  }
  return distances;
}

function dot(row: Float64Array, vector: SparseVector | undefined): number {
  if (vector === undefined) return 0;
  const { terms, weights } = vector;
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) sum += (row[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  return sum;
}
