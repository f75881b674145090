import { createTermList } from '../clusters/term-list.ts';
import { firstLexicalTerm, termCount } from '../clusters/term-space.ts';
import type { SparseVector, VectorScratch } from '../clusters/sparse-vector.ts';
import { wordHashes } from '../text/shingles.ts';

/** Terms below are words of the input, the others of the answer. */
const firstAnswerTerm = firstLexicalTerm + (termCount - firstLexicalTerm) / 2;

/** UTF-16 units of each text that are read; what comes behind seldom tells what it is about. */
const readUnits = 4000;

/** Words of an input and its answer, counted: raw weights, of which `weightText` makes what is compared. */
export function textTerms(input: string, answer: string): SparseVector {
  const terms = createTermList();
  const side = firstAnswerTerm - firstLexicalTerm;
  for (const word of wordHashes([input.slice(0, readUnits)])) terms.add(firstLexicalTerm + (word % side), 1);
  for (const word of wordHashes([answer.slice(0, readUnits)])) terms.add(firstAnswerTerm + (word % side), 1);
  return terms.vector();
}

/** An example is looked for by what is asked; how it is answered tells examples of one question apart. */
const inputShare = 0.75;

/** Makes a vector of length one whose rare words count more; `inverse` are inverse frequencies by term. */
export function weightText(vector: VectorScratch, inverse: Float32Array): void {
  const { terms, weights, length } = vector;
  let inputs = 0;
  while (inputs < length && (terms[inputs] ?? 0) < firstAnswerTerm) inputs++;
  for (let at = 0; at < length; at++)
    weights[at] = Math.sqrt(weights[at] ?? 0) * (inverse[terms[at] ?? 0] ?? 0);
  const share = inputs === 0 ? 0 : inputs === length ? 1 : inputShare;
  scale(vector, 0, inputs, share);
  scale(vector, inputs, length, 1 - share);
}

/** Brings a model's vector to length one. */
export function normalise(vector: VectorScratch): void {
  scale(vector, 0, vector.length, 1);
}

function scale({ weights }: VectorScratch, from: number, to: number, share: number): void {
  let squares = 0;
  for (let at = from; at < to; at++) squares += (weights[at] ?? 0) ** 2;
  if (squares === 0) return;
  const factor = Math.sqrt(share / squares);
  for (let at = from; at < to; at++) weights[at] = (weights[at] ?? 0) * factor;
}
