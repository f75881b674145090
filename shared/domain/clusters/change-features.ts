import { hashText } from '../text/hash-text.ts';
import { changeTerms } from './change-terms.ts';
import type { SparseVector } from './sparse-vector.ts';

/** A change as it is read: what went and came, a little text on either side, and what was said of it. */
export interface ChangeText {
  readonly removed: string;
  readonly added: string;
  readonly before: string;
  readonly after: string;
  readonly comments: readonly string[];
  /** A whole output that failed without an edit; what is said of it is all that is known. */
  readonly isWhole: boolean;
  /** Where in the output it is, 0 to 1. */
  readonly position: number;
}

/** Of the vectors that `changeFeatures` makes; another one whenever a change of the code changes one of them. */
export const lexicalVersion = '1';

/** What is told of a change without a model: raw weights 1 to 255, of which `makeClusters` makes what it compares. */
export function changeFeatures(change: ChangeText): SparseVector {
  return changeTerms(change).vector();
}

/** 53 bits, equal where the same is taken out and put in, and of whole outputs the same said. */
export function changeDigest({ removed, added, comments, isWhole }: ChangeText): number {
  const texts = isWhole ? ['whole', removed, added, ...comments] : [removed, added];
  // Lengths, so that no text can pass for the end of one and the beginning of another.
  return hashText(texts.map((text) => `${text.length}:${text}`).join(''));
}
