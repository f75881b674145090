import { createPlaces } from './word-places.ts';
import { type Words, wordsOf } from './words-of.ts';

/** Where a text has so many words in a row in common with one of the texts that were added. */
export interface CommonWords {
  /** The words, in lower case. */
  readonly words: string;
  /** The line that was given with the text. */
  readonly line: number;
}

/**
 * Finds texts that have words in a row in common with others, as sets for testing are kept out of sets for training
 * (Brown et al. 2020, appendix C): case and everything but letters and digits do not count.
 */
export interface CommonWordsIndex {
  /** Adds a text; false where there is no room for more words. Texts of less than five words are names and labels and not looked for. */
  readonly add: (text: string, line: number) => boolean;
  /** The first words in common. What was added with fewer words than are looked for counts where it is the whole text. */
  readonly find: (text: string) => CommonWords | null;
  /** Texts that are looked for. */
  readonly texts: () => number;
}

const fewestWords = 5;
/** For these, the index takes about 250 MB. */
export const mostCommonWords = 8_000_000;

export function createCommonWordsIndex(inARow: number): CommonWordsIndex {
  let units = new Uint16Array(1 << 12);
  let length = 0;
  let words = 0;
  /** Where each text begins, and its line. */
  const starts: number[] = [];
  const lines: number[] = [];
  const runs = createPlaces();
  const wholes = createPlaces();

  const isAt = (place: number, of: Uint16Array, from: number, to: number, isWhole: boolean): boolean => {
    for (let at = from; at < to; at++) if (units[place + at - from] !== of[at]) return false;
    const next = units[place + to - from] ?? endOfText;
    return isWhole ? next === endOfText : next === endOfText || next === space;
  };
  const lineAt = (place: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return lines[low] ?? 0;
  };
  const keep = (text: Words): number => {
    const size = text.ends[text.count - 1] ?? 0;
    if (length + size + 1 > units.length) {
      const larger = new Uint16Array(Math.max(units.length * 2, length + size + 1));
      larger.set(units);
      units = larger;
    }
    units.set(text.units.subarray(0, size), length);
    const start = length;
    length += size;
    units[length++] = endOfText;
    return start;
  };

  return {
    add(text, line) {
      const own = wordsOf(text);
      if (own.count < fewestWords) return true;
      if ((words += own.count) > mostCommonWords) return false;
      const start = keep(own);
      starts.push(start);
      lines.push(line);
      const isShort = own.count < inARow;
      forEachRun(own, isShort ? own.count : inARow, (hash, from, to) => {
        const isSame = (place: number) => isAt(place, own.units, from, to, isShort);
        (isShort ? wholes : runs).add(hash, start + from, isSame);
        return false;
      });
      return true;
    },
    find(text) {
      const own = wordsOf(text);
      if (own.count < fewestWords) return null;
      const isShort = own.count < inARow;
      let found: CommonWords | null = null;
      forEachRun(own, isShort ? own.count : inARow, (hash, from, to) => {
        const place = (isShort ? wholes : runs).find(hash, (at) => isAt(at, own.units, from, to, isShort));
        if (place === null) return false;
        found = { words: String.fromCharCode(...own.units.subarray(from, to)), line: lineAt(place) };
        return true;
      });
      return found;
    },
    texts: () => starts.length,
  };
}

/** Calls `visit` with the hash, start and end of each run of so many words, until it returns true. */
function forEachRun(
  { count, hashes, starts, ends }: Words,
  inARow: number,
  visit: (hash: number, from: number, to: number) => boolean,
): void {
  let leaving = 1;
  for (let at = 0; at < inARow; at++) leaving = Math.imul(leaving, multiplier);
  let hash = 0;
  for (let at = 0; at < count; at++) {
    hash = (Math.imul(hash, multiplier) + (hashes[at] ?? 0)) | 0;
    if (at >= inARow) hash = (hash - Math.imul(leaving, hashes[at - inARow] ?? 0)) | 0;
    const first = at - inARow + 1;
    if (first >= 0 && visit(hash, starts[first] ?? 0, ends[at] ?? 0)) return;
  }
}

const multiplier = 0x01000193;
const space = 0x20;
const endOfText = 0x0a;
