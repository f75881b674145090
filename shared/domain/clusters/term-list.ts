import type { SparseVector } from './sparse-vector.ts';

/** Terms with weights, gathered in any order; those of equal terms add up. */
export interface TermList {
  add(term: number, weight: number): void;
  /** At most 255 a term, a byte when it is stored. */
  vector(): SparseVector;
}

/** A term and its weight are one number, so that sorting numbers, which is fast, brings equal terms together. */
const weightBits = 10;

export function createTermList(): TermList {
  const keys: number[] = [];
  return {
    add(term, weight) {
      keys.push((term << weightBits) | weight);
    },
    vector() {
      const sorted = new Uint32Array(keys).toSorted();
      const terms = new Uint32Array(sorted.length);
      const weights = new Float32Array(sorted.length);
      let last = -1;
      for (let at = 0; at < sorted.length; at++) {
        const key = sorted[at] ?? 0;
        const term = key >>> weightBits;
        if (last === -1 || terms[last] !== term) terms[++last] = term;
        weights[last] = Math.min(255, (weights[last] ?? 0) + (key & (2 ** weightBits - 1)));
      }
      return { terms: terms.slice(0, last + 1), weights: weights.slice(0, last + 1) };
    },
  };
}
