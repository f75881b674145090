import { diffStrings } from '../diff/diff-strings.ts';
import { cutCommonEnds } from '../diff/common-ends.ts';
import { countWords, countWordsOf } from './count-words.ts';

/** How much of an output an edit changed, by words: what is stored of every edit. */
export interface EditRates {
  readonly outputWords: number;
  readonly editWords: number;
  /** Words of the output that stand in the edit, in order. */
  readonly keptWords: number;
  /** `keptWords` / `outputWords`; null where the output has no words. */
  readonly shareKept: number | null;
  /** Words inserted, deleted or substituted: a changed stretch counts its longer side. */
  readonly wordEdits: number;
  /**
   * `wordEdits` / `editWords`, the edit rate of a text against what a person made of it: HTER without shifts (Snover
   * et al. 2006). From the bounded diff, so it is never below the exact rate (see `translationEditRate`); null where
   * the edit has no words. Above 1 where much was deleted.
   */
  readonly wordEditRate: number | null;
  /** Length of the edit minus length of the output, in UTF-16 code units. */
  readonly lengthChange: number;
}

/** Linear in the texts but for the bounded diff, which sees only what lies between their common ends. */
export function editRates(output: string, edit: string): EditRates {
  const { middleA, middleB, start, end } = cutCommonEnds(output, edit);
  const common = countWordsOf(output.slice(0, start)) + countWordsOf(output.slice(output.length - end));
  const { a, b, hunks } = diffStrings(middleA, middleB, 'word');
  let removedWords = 0;
  let wordEdits = 0;
  for (const { startA, endA, startB, endB } of hunks) {
    const removed = countWords(a, startA, endA);
    removedWords += removed;
    wordEdits += Math.max(removed, countWords(b, startB, endB));
  }
  const outputWords = common + countWords(a, 0, a.ids.length);
  const editWords = common + countWords(b, 0, b.ids.length);
  const keptWords = outputWords - removedWords;
  return {
    outputWords,
    editWords,
    keptWords,
    shareKept: outputWords > 0 ? keptWords / outputWords : null,
    wordEdits,
    wordEditRate: editWords > 0 ? wordEdits / editWords : null,
    lengthChange: edit.length - output.length,
  };
}
