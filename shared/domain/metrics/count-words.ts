import type { TokenizedText } from '../diff/tokenize.ts';
import { wordBounds } from '../diff/word-bounds.ts';

const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether the token from `start` to `end` is a word: it holds a letter or a digit. */
function isWord(text: string, start: number, end: number): boolean {
  // Nearly always the first character tells, without a piece of text being made.
  const code = text.charCodeAt(start);
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))
    return true;
  if (code < 0x80 && end - start === 1) return false;
  return wordCharacter.test(text.slice(start, end));
}

/** Counts words among tokens: those from one index to another, the end exclusive. */
export function countWords({ text, bounds }: TokenizedText, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isWord(text, bounds[i] ?? 0, bounds[i + 1] ?? 0)) count++;
  return count;
}

/** The words of a text. */
export function countWordsOf(text: string): number {
  const bounds = wordBounds(text);
  let count = 0;
  for (let i = 0; i + 1 < bounds.length; i++) if (isWord(text, bounds[i] ?? 0, bounds[i + 1] ?? 0)) count++;
  return count;
}
