import type { SparseVector, VectorScratch } from './sparse-vector.ts';
import { firstLexicalTerm, ownSign, termCount } from './term-space.ts';

/** Makes what is compared of raw weights: rare terms count more, and the length is one. */
export type TermWeighting = (vector: VectorScratch) => void;

/**
 * The inverse frequencies of terms, from how many of the vectors have each: what nearly all have tells nothing, in any
 * language. Term 0 holds that of a term which none has.
 */
export function inverseFrequencies(frequencies: Uint32Array, vectors: number): SparseVector {
  const length = frequencies.reduce((sum, frequency) => sum + (frequency > 0 ? 1 : 0), 1);
  const terms = new Uint32Array(length);
  const weights = new Float32Array(length);
  weights[0] = Math.log(vectors + 1);
  let at = 1;
  for (let term = 1; term < frequencies.length; term++) {
    const frequency = frequencies[term] ?? 0;
    if (frequency === 0) continue;
    terms[at] = term;
    weights[at++] = Math.max(least, Math.log((vectors + 1) / (frequency + 1)));
  }
  return { terms, weights };
}

/** What all have still counts a little, so that no vector is empty. */
const least = 0.05;

/** How lexical vectors are weighted; `inverse` is empty for vectors of a model, which only are brought to length one. */
export function createTermWeighting(inverse: SparseVector): TermWeighting {
  if (inverse.terms.length === 0) return (vector) => scaleRange(vector, 0, vector.length, 1);
  const byTerm = new Float32Array(termCount).fill(inverse.weights[0] ?? 1);
  for (let at = 1; at < inverse.terms.length; at++) byTerm[inverse.terms[at] ?? 0] = inverse.weights[at] ?? 0;
  return (vector) => {
    const { terms, weights, length } = vector;
    let words = length;
    let heaviest = 0;
    for (let at = 0; at < length; at++) {
      const term = terms[at] ?? 0;
      if (term >= firstLexicalTerm) {
        if (words === length) words = at;
        heaviest = Math.max(heaviest, weights[at] ?? 0);
      }
      weights[at] = Math.sqrt(weights[at] ?? 0) * (byTerm[term] ?? 0);
    }
    const share = traitShare(words, length - words, heaviest);
    scaleRange(vector, 0, words, share);
    scaleRange(vector, words, length, 1 - share);
  };
}

/**
 * How much of a likeness the kind of change decides, the words the rest: of a few words most is told by which they are;
 * two long passages hardly share words, and what they have in common is that they are long, and went.
 */
function traitShare(traits: number, words: number, heaviest: number): number {
  if (traits === 0) return 0;
  if (words === 0) return 1;
  if (heaviest < ownSign) return wordlessShare;
  return shortShare + (longShare - shortShare) * Math.min(1, words / longWords);
}

/** Where no word or sign is one side's own, as when only letter case or white space changed. */
const wordlessShare = 0.8;
const shortShare = 0.1;
const longShare = 0.5;
const longWords = 250;

/** Scales a part of a vector so that the squares of its weights add up to `share`. */
function scaleRange({ weights }: VectorScratch, from: number, to: number, share: number): void {
  let squares = 0;
  for (let at = from; at < to; at++) squares += (weights[at] ?? 0) ** 2;
  if (squares === 0) return;
  const factor = Math.sqrt(share / squares);
  for (let at = from; at < to; at++) weights[at] = (weights[at] ?? 0) * factor;
}
