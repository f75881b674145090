import type { Hunk } from './diff-block.ts';
import { diffTokens } from './diff-tokens.ts';
import { createInterner } from './token-interner.ts';
import { tokenize, type TokenFold, type TokenizedText, type TokenLevel } from './tokenize.ts';

/** Two texts cut into tokens, and where they differ. Side a is the first text, whatever the order of work was. */
export interface StringDiff {
  readonly a: TokenizedText;
  readonly b: TokenizedText;
  readonly hunks: Hunk[];
  readonly coarse: boolean;
  readonly steps: number;
}

/**
 * Differences of two strings at one level of tokens, bounded as {@link diffTokens} is. Where several answers are
 * equally short, the choice must not depend on which text is called the output: the shorter text always comes
 * first in the search, so that swapping the arguments gives the mirror image.
 */
export function diffStrings(
  first: string,
  second: string,
  level: TokenLevel,
  fold: TokenFold | null = null,
): StringDiff {
  const swap = isSecondFirst(first, second);
  const interner = createInterner(fold);
  const a = tokenize(swap ? second : first, interner, level);
  const b = tokenize(swap ? first : second, interner, level);
  const { hunks, coarse, steps } = diffTokens(a.ids, b.ids, interner.size());
  return swap ? { a: b, b: a, hunks: hunks.map(mirror), coarse, steps } : { a, b, hunks, coarse, steps };
}

/** Which of two texts comes first in every search, whatever they are called. */
export function isSecondFirst(first: string, second: string): boolean {
  return second.length < first.length || (second.length === first.length && second < first);
}

export function mirror({ startA, endA, startB, endB }: Hunk): Hunk {
  return { startA: startB, endA: endB, startB: startA, endB: endA };
}
