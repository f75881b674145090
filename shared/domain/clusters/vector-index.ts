import type { SparseVector, VectorScratch } from './sparse-vector.ts';

/** Vectors looked through by their terms: what shares no term costs nothing. */
export interface VectorIndex {
  /** Cosines of a vector (of length one) to all of the index; the same array each time. */
  similarities(vector: VectorScratch): Float32Array;
}

export function createVectorIndex(vectors: readonly SparseVector[]): VectorIndex {
  const most = vectors.reduce((found, { terms }) => Math.max(found, terms.at(-1) ?? 0), 0);
  const starts = new Uint32Array(most + 2);
  for (const { terms } of vectors)
    for (let at = 0; at < terms.length; at++) {
      const next = (terms[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  for (let term = 1; term < starts.length; term++)
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const owners = new Uint32Array(starts.at(-1) ?? 0);
  const shares = new Float32Array(owners.length);
  const next = starts.slice();
  for (const [owner, { terms, weights }] of vectors.entries())
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const slot = next[term] ?? 0;
      next[term] = slot + 1;
      owners[slot] = owner;
      shares[slot] = weights[at] ?? 0;
    }
  const found = new Float32Array(vectors.length);
  return {
    similarities({ terms, weights, length }) {
      found.fill(0);
      for (let at = 0; at < length; at++) {
        const term = terms[at] ?? 0;
        if (term > most) break;
        const weight = weights[at] ?? 0;
        const end = starts[term + 1] ?? 0;
        for (let slot = starts[term] ?? 0; slot < end; slot++) {
          const owner = owners[slot] ?? 0;
          found[owner] = (found[owner] ?? 0) + weight * (shares[slot] ?? 0);
        }
      }
      return found;
    },
  };
}

/** The place of the greatest number, the first of equal ones; -1 where there is none. */
export function indexOfGreatest(numbers: Float32Array): number {
  let best = -1;
  let greatest = -Infinity;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    if (number <= greatest) continue;
    greatest = number;
    best = index;
  }
  return best;
}
