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
  /** The sum of these, up to rounding. */
  total(packed: Uint8Array): number;
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
  const dot = (dense: Float32Array): number => {
    const { terms, weights, length } = scratch;
    let sum = 0;
    for (let at = 0; at < length; at++) sum += (weights[at] ?? 0) * (dense[terms[at] ?? 0] ?? 0);
    return sum;
  };
  const vectors = covered.map((packed): SparseVector => {
    read(packed);
    return {
      terms: scratch.terms.slice(0, scratch.length),
      weights: scratch.weights.slice(0, scratch.length),
    };
  });
  const index = createVectorIndex(vectors);
  const sum = spread(vectors);
  const toAll = (packed: Uint8Array): Float32Array => {
    read(packed);
    const found = index.similarities(scratch);
    for (let at = 0; at < found.length; at++) found[at] = inRange(found[at] ?? 0);
    return found;
  };
  return {
    size: covered.length,
    toAll,
    total(packed) {
      // Words have no weights below nothing, so that the sum of likenesses is the likeness to the sum.
      if (inverse === null) return toAll(packed).reduce((all, like) => all + like, 0);
      read(packed);
      return dot(sum);
    },
    columnOf(one, others) {
      const place = spread(vectors.slice(one, one + 1));
      return Float32Array.from(others, (packed) => {
        read(packed);
        return inRange(dot(place));
      });
    },
  };
}

/** The sum of vectors, by term. */
function spread(vectors: readonly SparseVector[]): Float32Array {
  const sum = new Float32Array(termCount);
  for (const { terms, weights } of vectors)
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      sum[term] = (sum[term] ?? 0) + (weights[at] ?? 0);
    }
  return sum;
}

function inRange(likeness: number): number {
  return Math.min(1, Math.max(0, likeness));
}

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
