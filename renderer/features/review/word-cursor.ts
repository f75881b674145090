import { wordBounds } from '../../../shared/domain/diff/word-bounds.ts';
import type { OutputRange } from '../../ui/diff/output-range.ts';

/** The words of a text and the sentences they are in. */
export interface TextWords {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Index of each word's sentence. */
  readonly sentences: readonly number[];
}

/** Some words in a row, by index; `head` is the one that moves. */
export interface WordSelection {
  readonly anchor: number;
  readonly head: number;
}

export type WordStep = 'next' | 'previous' | 'next-sentence' | 'previous-sentence';

const sentenceCutter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Of a text without letters and digits everything that is no white space is a word. */
export function wordsOf(text: string): TextWords {
  const bounds = wordBounds(text);
  const parts = bounds.slice(0, -1).map((start, index) => ({ start, end: bounds[index + 1] ?? text.length }));
  const lettered = parts.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
  const words =
    lettered.length > 0 ? lettered : parts.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const beginnings = [...sentenceCutter.segment(text)].map(({ index }) => index);
  let sentence = 0;
  const sentences = words.map(({ start }) => {
    while ((beginnings[sentence + 1] ?? Infinity) <= start) sentence++;
    return sentence;
  });
  return { starts: words.map(({ start }) => start), ends: words.map(({ end }) => end), sentences };
}

/** The word at a place, or the first one behind it; null in a text without words. */
export function wordAt({ ends }: TextWords, place: number): WordSelection | null {
  const found = ends.findIndex((end) => end > place);
  const index = found < 0 ? ends.length - 1 : found;
  return index < 0 ? null : { anchor: index, head: index };
}

/** The selection after a step; one that extends leaves its other end where it is. */
export function stepWords(
  words: TextWords,
  selection: WordSelection,
  step: WordStep,
  isExtending: boolean,
): WordSelection {
  const head = Math.max(0, Math.min(words.starts.length - 1, stepHead(words, selection.head, step)));
  return { anchor: isExtending ? selection.anchor : head, head };
}

function stepHead({ sentences }: TextWords, head: number, step: WordStep): number {
  const sentence = sentences[head] ?? 0;
  switch (step) {
    case 'next':
      return head + 1;
    case 'previous':
      return head - 1;
    case 'next-sentence': {
      const next = sentences.findIndex((one) => one > sentence);
      return next < 0 ? sentences.length - 1 : next;
    }
    case 'previous-sentence': {
      const start = sentences.indexOf(sentence);
      return start < head ? start : sentences.indexOf(sentences[start - 1] ?? 0);
    }
  }
}

export function rangeOf({ starts, ends }: TextWords, { anchor, head }: WordSelection): OutputRange {
  return { start: starts[Math.min(anchor, head)] ?? 0, end: ends[Math.max(anchor, head)] ?? 0 };
}
