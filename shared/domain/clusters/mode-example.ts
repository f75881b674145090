import { createVectorScratch, type SparseVector } from './sparse-vector.ts';
import { createTermWeighting } from './term-weights.ts';

/** What a person said of one change: that it is of a failure mode, or that it is not. */
export interface ModeExample {
  /** Raw, as a model of vectors made it. */
  readonly vector: SparseVector;
  /** Any number that stands for the failure mode. */
  readonly mode: number;
  readonly verdict: 'in' | 'out';
}

/** An example as it is learned from: weighted, of length one, with a hash of its content. */
export interface WeightedExample extends ModeExample {
  readonly hash: number;
}

/** Examples of one failure mode that are learned from; of more, those with the smallest hashes, which are a fair sample. */
const mostOfMode = 1000;

/**
 * Weights examples, and puts them in an order of their content, so that nothing depends on the order in which they come. The
 * same said of equal changes counts once.
 */
export function weighExamples(examples: Iterable<ModeExample>, idf: SparseVector): WeightedExample[] {
  const weighting = createTermWeighting(idf);
  const found = new Map<string, WeightedExample>();
  for (const { vector, mode, verdict } of examples) {
    const hash = hashOf(vector);
    const key = `${hash} ${mode} ${verdict}`;
    if (found.has(key)) continue;
    const scratch = createVectorScratch();
    scratch.terms = vector.terms;
    scratch.weights = vector.weights.slice();
    scratch.length = vector.terms.length;
    weighting(scratch);
    found.set(key, { vector: { terms: vector.terms, weights: scratch.weights }, mode, verdict, hash });
  }
  const counts = new Map<string, number>();
  return [...found.values()]
    .toSorted((a, b) => a.hash - b.hash || a.mode - b.mode || (a.verdict < b.verdict ? -1 : 1))
    .filter(({ mode, verdict }) => {
      const kind = `${mode} ${verdict}`;
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      return count < mostOfMode;
    });
}

/** FNV-1a over terms and weights, 32 bits, spread. */
function hashOf({ terms, weights }: SparseVector): number {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < terms.length; at++) {
    hash = Math.imul(hash ^ (terms[at] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (bits[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  return (hash ^ (hash >>> 15)) >>> 0;
}
