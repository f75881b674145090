import { unitClass, unitClasses } from '../text/unit-class.ts';

/** The words, numbers and signs of a text, as columns: texts are not cut out. */
export interface ChangeWords {
  /** The text in lower case, which `starts` and `ends` count in. */
  readonly text: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly kinds: WordKind[];
}

export type WordKind = 'word' | 'name' | 'number' | 'sign' | 'break';

/**
 * Cuts a text. `isInside` says that it begins inside of a sentence: a capital there is that of a name, as it is in any
 * place but the beginning of a sentence.
 */
export function changeWords(original: string, isInside: boolean): ChangeWords {
  const lower = original.toLowerCase();
  // The few letters that are longer in lower case would move all that follows.
  const text = lower.length === original.length ? lower : original;
  const words: ChangeWords = { text, starts: [], ends: [], kinds: [] };
  let inside = isInside;
  for (let at = 0; at < text.length;) {
    const start = at;
    const kind = unitClass(text.charCodeAt(at));
    if (kind === unitClasses.separator) {
      const sign = text.charCodeAt(at);
      at++;
      if (isSpace(sign)) continue;
      add(words, start, at, sign === lineFeed ? 'break' : 'sign');
      if (endsSentence(sign)) inside = false;
      continue;
    }
    at = wordEnd(text, at);
    if (kind === unitClasses.digit) add(words, start, at, 'number');
    else
      add(words, start, at, inside && at - start > 1 && isCapital(original, text, start) ? 'name' : 'word');
    inside = true;
  }
  return words;
}

/** Whether one of two texts has a name that the other has not. */
export function namesDiffer(a: ChangeWords, b: ChangeWords): boolean {
  const [left, right] = [namesOf(a), namesOf(b)];
  return left.symmetricDifference(right).size > 0;
}

function namesOf({ text, starts, ends, kinds }: ChangeWords): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < kinds.length; index++)
    if (kinds[index] === 'name') names.add(text.slice(starts[index], ends[index]));
  return names;
}

const lineFeed = 0x0a;

function add({ starts, ends, kinds }: ChangeWords, start: number, end: number, kind: WordKind): void {
  starts.push(start);
  ends.push(end);
  kinds.push(kind);
}

/** A number goes on over separators between digits, a word over apostrophes; letters of scripts without spaces stand alone. */
function wordEnd(text: string, start: number): number {
  const kind = unitClass(text.charCodeAt(start));
  let at = start + 1;
  if (kind === unitClasses.loneLetter) return at;
  for (; at < text.length; at++) {
    const next = unitClass(text.charCodeAt(at));
    if (next === unitClasses.loneLetter) return at;
    if (next !== unitClasses.separator) continue;
    const joins = kind === unitClasses.digit ? isBetweenDigits : isApostrophe;
    const follows = unitClass(text.charCodeAt(at + 1));
    const goesOn = at + 1 < text.length && follows === kind;
    if (!goesOn || !joins(text.charCodeAt(at))) return at;
  }
  return at;
}

function isCapital(original: string, lower: string, at: number): boolean {
  return original.charCodeAt(at) !== lower.charCodeAt(at);
}

/** Line feeds count, for they are what paragraphs and lists are made of. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0xa0;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

function isBetweenDigits(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2f || unit === 0x2d;
}

/** `.`, `!`, `?`, `:`, `…`, line feed, and the full stop of Chinese and Japanese. */
export function endsSentence(unit: number): boolean {
  return (
    unit === 0x2e ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x3a ||
    unit === 0x2026 ||
    unit === lineFeed ||
    unit === 0x3002
  );
}
