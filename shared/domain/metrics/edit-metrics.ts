import type { Hunk } from '../diff/diff-block.ts';
import { diffStrings } from '../diff/diff-strings.ts';
import { findMoves } from '../diff/find-moves.ts';
import { arrangeHunks } from '../diff/readable-hunks.ts';
import type { TokenizedText } from '../diff/tokenize.ts';
import { countWords } from './count-words.ts';
import { editExtent, numbersDiffer, urlsDiffer, type EditExtent } from './edit-extent.ts';
import type { EditRates } from './edit-rates.ts';
import { wordDistance } from './word-distance.ts';

/**
 * What an edit did to an output, in numbers. Words are the tokens of Unicode word segmentation that hold a letter or
 * a digit. Everything is linear in the texts but the bounded diff.
 */
export interface EditMetrics extends EditRates {
  /**
   * Levenshtein distance (1966) in UTF-16 code units, searched inside the changed stretches only: exact in short
   * ones, the longer side in long ones. Never below the exact distance.
   */
  readonly charEdits: number;
  /** 1 - `charEdits` / length of the longer text; 1 for two empty texts. */
  readonly charSimilarity: number;
  /** Number of changes as shown to a reader. */
  readonly changes: number;
  /** The least difference that explains the edit: whitespace only, case only, ... */
  readonly extent: EditExtent;
  readonly numbersTouched: boolean;
  readonly urlsTouched: boolean;
  /** Stretches of four or more words that were taken out in one place and put in, the same, in another. */
  readonly movedBlocks: number;
  /** True when the diff was coarse: the counts above are then upper bounds of what was edited. */
  readonly coarse: boolean;
}

export function editMetrics(output: string, edit: string): EditMetrics {
  const { a, b, hunks, coarse } = diffStrings(output, edit, 'word');
  const outputWords = countWords(a, 0, a.ids.length);
  const editWords = countWords(b, 0, b.ids.length);
  let removedWords = 0;
  let wordEdits = 0;
  for (const hunk of hunks) {
    const removed = countWords(a, hunk.startA, hunk.endA);
    removedWords += removed;
    wordEdits += Math.max(removed, countWords(b, hunk.startB, hunk.endB));
  }
  const keptWords = outputWords - removedWords;
  const charEdits = charDistance(hunks, a, b);
  const changes = arrangeHunks(hunks, a, b);
  return {
    outputWords,
    editWords,
    keptWords,
    shareKept: outputWords > 0 ? keptWords / outputWords : null,
    wordEdits,
    wordEditRate: editWords > 0 ? wordEdits / editWords : null,
    charEdits,
    charSimilarity: 1 - charEdits / Math.max(1, output.length, edit.length),
    changes: changes.length,
    lengthChange: edit.length - output.length,
    extent: editExtent(output, edit),
    numbersTouched: numbersDiffer(output, edit),
    urlsTouched: urlsDiffer(output, edit),
    movedBlocks: findMoves(changes, a, b, 'word').length,
    coarse,
  };
}

function textOf({ text, bounds }: TokenizedText, start: number, end: number): string {
  return text.slice(bounds[start], bounds[end]);
}

/** Cells of the distance matrices: of one changed stretch, and of all stretches of a pair together. */
const longestStretch = 40_000;
const longestPair = 400_000;

function charDistance(hunks: readonly Hunk[], a: TokenizedText, b: TokenizedText): number {
  let distance = 0;
  let cells = 0;
  for (const hunk of hunks) {
    const removed = textOf(a, hunk.startA, hunk.endA);
    const added = textOf(b, hunk.startB, hunk.endB);
    const size = removed.length * added.length;
    cells += size;
    const exact = size <= longestStretch && cells <= longestPair;
    distance += exact
      ? wordDistance(codeUnits(removed), codeUnits(added))
      : Math.max(removed.length, added.length);
  }
  return distance;
}

function codeUnits(text: string): Int32Array {
  return Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
