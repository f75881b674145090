import { diffBlock, type Hunks, type Work } from './diff-block.ts';
import type { TokenizedText } from './tokenize.ts';

/** Differences of two token sequences. */
export interface TokenDiff {
  readonly hunks: Hunks;
  readonly coarse: boolean;
  readonly editLength: number;
  readonly steps: number;
}

export function diffTokens(a: TokenizedText, b: TokenizedText, _vocabulary: number): TokenDiff {
  let start = 0;
  const shorter = Math.min(a.ids.length, b.ids.length);
  while (start < shorter && a.ids[start] === b.ids[start]) start++;
  let endA = a.ids.length;
  let endB = b.ids.length;
  while (endA > start && endB > start && a.ids[endA - 1] === b.ids[endB - 1]) {
    endA--;
    endB--;
  }
  const hunks: Hunks = [];
  let coarse = false;
  if (endA > start || endB > start) {
    const work: Work = { steps: 0, limit: 1e6 };
    const ok = diffBlock(
      [...a.ids.subarray(start, endA)],
      [...b.ids.subarray(start, endB)],
      start,
      start,
      work,
      1e6,
      hunks,
    );
    if (!ok) {
      hunks.push(start, endA, start, endB);
      coarse = true;
    }
  }
  let editLength = 0;
  for (let i = 0; i < hunks.length; i += 4)
    editLength += hunks[i + 1]! - hunks[i]! + hunks[i + 3]! - hunks[i + 2]!;
  return { hunks, coarse, editLength, steps: 0 };
}
