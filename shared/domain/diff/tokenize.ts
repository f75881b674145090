/** Unit a text is compared in: Unicode words (prose) or lines with their terminators (code). */
export type DiffLevel = 'word' | 'line';

/**
 * A text cut into consecutive tokens that cover it completely. Token `i` is
 * `text.slice(bounds[i], bounds[i + 1])`; offsets are UTF-16 code units; `bounds` has one entry more than tokens.
 */
export interface TokenizedText {
  readonly text: string;
  readonly bounds: Int32Array;
  /** Integer per token: equal tokens have equal ids within one {@link TokenInterner}. */
  readonly ids: Int32Array;
}

/** Gives equal strings equal integers, so that the engine compares integers only. */
export interface TokenInterner {
  readonly idOf: (token: string) => number;
  /** Number of ids given so far; ids are 0 .. size - 1. */
  readonly size: () => number;
}

/**
 * @param sameWhitespace give all whitespace tokens one id, so that they compare as equal.
 */
export function createInterner(sameWhitespace = false): TokenInterner {
  const ids = new Map<string, number>();
  return {
    idOf: (token) => {
      const key = sameWhitespace && isWhitespace(token) ? ' ' : token;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(key, id);
      return id;
    },
    size: () => ids.size,
  };
}

/**
 * Cuts a text into tokens by Unicode word boundaries (UAX #29, by `Intl.Segmenter`): whitespace and punctuation
 * are tokens of their own, scripts without spaces are cut by dictionary. At level 'line' a token is a line
 * with its terminator (LF, CRLF or CR).
 */
export function tokenize(text: string, interner: TokenInterner, level: DiffLevel = 'word'): TokenizedText {
  const bounds = level === 'word' ? wordBounds(text) : lineBounds(text);
  const ids = new Int32Array(bounds.length - 1);
  for (let i = 0; i < ids.length; i++) ids[i] = interner.idOf(text.slice(bounds[i], bounds[i + 1]));
  return { text, bounds: Int32Array.from(bounds), ids };
}

/** True for a non-empty text of Unicode whitespace only. */
export function isWhitespace(text: string): boolean {
  return text !== '' && text.trim() === '';
}

// A fixed locale: boundaries must not depend on the machine's language.
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });

function wordBounds(text: string): number[] {
  const bounds: number[] = [];
  for (const segment of wordSegmenter.segment(text)) bounds.push(segment.index);
  bounds.push(text.length);
  return bounds;
}

const lineEnd = /\r\n|\n|\r/g;

function lineBounds(text: string): number[] {
  const bounds: number[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    bounds.push(start);
    start = match.index + match[0].length;
  }
  if (start < text.length) bounds.push(start);
  bounds.push(text.length);
  return bounds;
}
