import {
  createVectorScratch,
  readVector,
  type SparseVector,
  unpackVector,
} from '../clusters/sparse-vector.ts';
import { createVectorIndex } from '../clusters/vector-index.ts';
import { inverseFrequencies } from '../clusters/term-weights.ts';
import { termCount } from '../clusters/term-space.ts';
import { normalise, weightText } from './text-vector.ts';

/** How like texts are to those that examples are to cover. */
export interface Likeness {
  /** Interactions to cover. */
  readonly size: number;
  /** Of a packed vector to each of them, 0 to 1. The same array each time. */
  toAll(packed: Uint8Array): Float32Array;
  /** Of one of them to all together: the mean. */
  centrality(): Float32Array;
  /** Of each of some packed vectors to one of them. */
  columnOf(covered: number, vectors: readonly Uint8Array[]): Float32Array;
}

/**
 * @param covered packed raw vectors of what is to be covered
 * @param inverse inverse frequencies of words; null for vectors of a model
 */
export function createLikeness(covered: readonly Uint8Array[], inverse: Float32Array | null): Likeness {
  const scratch = createVectorScratch();
  const read = (packed: Uint8Array): void => {
    readVector(packed, 0, packed.length, scratch);
    if (inverse === null) normalise(scratch);
    else weightText(scratch, inverse);
  };
  const vectors = covered.map((packed): SparseVector => {
    read(packed);
    return {
      terms: scratch.terms.slice(0, scratch.length),
      weights: scratch.weights.slice(0, scratch.length),
    };
  });
  const index = createVectorIndex(vectors);
  const toAll = (packed: Uint8Array): Float32Array => {
    read(packed);
    const found = index.similarities(scratch);
    for (let at = 0; at < found.length; at++) found[at] = Math.min(1, Math.max(0, found[at] ?? 0));
    return found;
  };
  return {
    size: covered.length,
    toAll,
    centrality() {
      const sums = new Float32Array(covered.length);
      for (const packed of covered) {
        const found = toAll(packed);
        for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (found[at] ?? 0);
      }
      return sums.map((sum) => sum / Math.max(1, covered.length));
    },
    columnOf(one, others) {
      const place = new Float32Array(termCount);
      const { terms, weights } = vectors[one] ?? none;
      for (let at = 0; at < terms.length; at++) place[terms[at] ?? 0] = weights[at] ?? 0;
      return Float32Array.from(others, (packed) => {
        read(packed);
        let sum = 0;
        for (let at = 0; at < scratch.length; at++)
          sum += (scratch.weights[at] ?? 0) * (place[scratch.terms[at] ?? 0] ?? 0);
        return Math.min(1, Math.max(0, sum));
      });
    },
  };
}

const none: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/** Inverse frequencies by term, of packed raw vectors of words. */
export function inverseOf(packed: Iterable<Uint8Array>): Float32Array {
  const frequencies = new Uint32Array(termCount);
  let count = 0;
  for (const bytes of packed) {
    count++;
    for (const term of unpackVector(bytes).terms) frequencies[term] = (frequencies[term] ?? 0) + 1;
  }
  const { terms, weights } = inverseFrequencies(frequencies, count);
  const inverse = new Float32Array(termCount).fill(weights[0] ?? 1);
  for (let at = 1; at < terms.length; at++) inverse[terms[at] ?? 0] = weights[at] ?? 0;
  return inverse;
}
