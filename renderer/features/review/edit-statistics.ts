import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { translationEditRate } from '../../../shared/domain/metrics/ter.ts';

export interface EditStatistics {
  readonly changes: number;
  /** Share of the output's words that stand in the edit too, 0 to 1; 1 for an output without words. */
  readonly kept: number;
  /** Edits per word of the edit (Snover et al. 2006); not clipped at 1. */
  readonly hter: number;
  readonly hterEdits: number;
  readonly wordsRemoved: number;
  readonly wordsAdded: number;
  /** Words of the edit against those of the output: 0.1 for ten per cent more. */
  readonly lengthChange: number;
}

/** The figures of an edit that a reader wants beside its differences. */
export function editStatistics(output: string, edit: string, diff: TextDiff): EditStatistics {
  const outputWords = countWords(output);
  const editWords = countWords(edit);
  let wordsRemoved = 0;
  let wordsAdded = 0;
  for (const change of diff.changes) {
    wordsRemoved += countWords(change.removed);
    wordsAdded += countWords(change.added);
  }
  const ter = translationEditRate(output, edit);
  return {
    changes: diff.changes.length,
    kept: outputWords === 0 ? 1 : 1 - wordsRemoved / outputWords,
    hter: ter.score,
    hterEdits: ter.edits,
    wordsRemoved,
    wordsAdded,
    lengthChange: outputWords === 0 ? 0 : editWords / outputWords - 1,
  };
}

// A fixed locale, as in the diff: figures must not depend on the machine's language.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function countWords(text: string): number {
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++;
  return words;
}
