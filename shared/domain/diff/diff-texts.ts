import type { Hunk } from './diff-block.ts';
import { diffStrings } from './diff-strings.ts';
import { findMoves } from './find-moves.ts';
import { arrangeHunks, editLengthOf, withoutWhitespaceHunks } from './readable-hunks.ts';
import { longestRefined, refineChange, type InnerSpan, type RefineLevel } from './refine-change.ts';
import { foldOf, type TokenizedText } from './tokenize.ts';

/**
 * One contiguous difference (hunk) between an output and its edit. Offsets are UTF-16 code units, ends are
 * exclusive. At least one of `removed` and `added` is not empty.
 */
export interface Change {
  /** Stable key of this change within its pair: `outputStart-outputEnd.editStart-editEnd`. */
  readonly id: string;
  readonly outputStart: number;
  readonly outputEnd: number;
  readonly editStart: number;
  readonly editEnd: number;
  readonly removed: string;
  readonly added: string;
  /** What differs inside a change whose two sides are alike; null where that would not help a reader. */
  readonly inner: readonly InnerSpan[] | null;
}

/** A stretch that was taken out in one place and put in, the same, in another. It lies inside those two changes. */
export interface Move {
  readonly outputStart: number;
  readonly outputEnd: number;
  readonly editStart: number;
  readonly editEnd: number;
  /** Id of the change that took it out. */
  readonly from: string;
  /** Id of the change that put it in. */
  readonly to: string;
}

export interface TextDiff {
  /** In text order; never overlapping, never adjacent. */
  readonly changes: readonly Change[];
  /** In the order of the output; no two of them share text. */
  readonly moves: readonly Move[];
  /** True when the texts differed too much for the budget, so that a part is shown as replaced as a whole. */
  readonly coarse: boolean;
  /** Token counts; `removed` and `added` count the tokens inside `changes`. */
  readonly tokens: {
    readonly output: number;
    readonly edit: number;
    readonly removed: number;
    readonly added: number;
  };
  /** Removed plus added tokens before neighbouring changes were merged for the reader. */
  readonly editLength: number;
  /** Comparisons made and tokens scanned: the measure of work, bounded by `stepLimit` of diff-tokens.ts. */
  readonly steps: number;
}

export interface DiffOptions {
  /** Default 'word'. */
  readonly level?: 'word' | 'line';
  /**
   * Leave out changes of whitespace only. Applying the changes then gives the edit up to whitespace.
   * Default false.
   */
  readonly ignoreWhitespace?: boolean;
  /** Take letters of either case for the same. Applying the changes then gives the edit up to case. Default false. */
  readonly ignoreCase?: boolean;
  /** False leaves out moves and the refinement inside changes, for a quick answer. Default true. */
  readonly refine?: boolean;
}

/**
 * Differences between an output and the edit a person left in its place. Deterministic; `diffTexts(b, a)` is the
 * mirror image of `diffTexts(a, b)`; bounded for any pair of texts. Where nothing is ignored, applying
 * the changes to `output` gives `edit` byte for byte.
 */
export function diffTexts(output: string, edit: string, options: DiffOptions = {}): TextDiff {
  const { level = 'word', ignoreWhitespace = false, ignoreCase = false, refine = true } = options;
  const fold = foldOf(ignoreWhitespace, ignoreCase, level);
  const { a, b, hunks: found, coarse, steps } = diffStrings(output, edit, level, fold);
  const counted = ignoreWhitespace ? withoutWhitespaceHunks(found, a, b) : found;
  const hunks = level === 'word' ? arrangeHunks(found, a, b, ignoreWhitespace) : counted;

  const plain = hunks.map(({ startA, endA, startB, endB }): Change => {
    const outputStart = a.bounds[startA] ?? 0;
    const outputEnd = a.bounds[endA] ?? 0;
    const editStart = b.bounds[startB] ?? 0;
    const editEnd = b.bounds[endB] ?? 0;
    const removed = output.slice(outputStart, outputEnd);
    const added = edit.slice(editStart, editEnd);
    return {
      id: `${outputStart}-${outputEnd}.${editStart}-${editEnd}`,
      outputStart,
      outputEnd,
      editStart,
      editEnd,
      removed,
      added,
      inner: null,
    };
  });
  return {
    changes: refine
      ? refined(plain, a.ids.length + b.ids.length, level === 'word' ? 'grapheme' : 'word')
      : plain,
    moves: refine ? namedMoves(findMoves(hunks, a, b, level), plain, a, b) : [],
    coarse,
    tokens: {
      output: a.ids.length,
      edit: b.ids.length,
      removed: hunks.reduce((sum, { startA, endA }) => sum + endA - startA, 0),
      added: hunks.reduce((sum, { startB, endB }) => sum + endB - startB, 0),
    },
    editLength: editLengthOf(counted),
    steps,
  };
}

function namedMoves(
  found: readonly Hunk[],
  changes: readonly Change[],
  a: TokenizedText,
  b: TokenizedText,
): Move[] {
  const moves: Move[] = [];
  for (const { startA, endA, startB, endB } of found) {
    const [outputStart, outputEnd] = [a.bounds[startA] ?? 0, a.bounds[endA] ?? 0];
    const [editStart, editEnd] = [b.bounds[startB] ?? 0, b.bounds[endB] ?? 0];
    const from = changes[firstAfter(changes, outputStart, 'outputEnd')];
    const to = changes[firstAfter(changes, editStart, 'editEnd')];
    if (from !== undefined && to !== undefined)
      moves.push({ outputStart, outputEnd, editStart, editEnd, from: from.id, to: to.id });
  }
  return moves;
}

/** Index of the first change that ends after a position. */
function firstAfter(changes: readonly Change[], position: number, end: 'outputEnd' | 'editEnd'): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.[end] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

function refined(changes: readonly Change[], tokens: number, level: RefineLevel): readonly Change[] {
  const longest = longestRefined(changes, tokens, level);
  return changes.map((change) => {
    const inner = refineChange(change.removed, change.added, level, longest);
    return inner === null ? change : { ...change, inner };
  });
}
