import type { TokenInterner } from './token-interner.ts';
import { wordBounds } from './word-bounds.ts';

/** Unit a text is compared in: grapheme clusters, Unicode words (prose) or lines with their terminators (code). */
export type TokenLevel = 'grapheme' | 'word' | 'line';

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

/** What of a token counts in a comparison that leaves something out, such as its case. */
export type TokenFold = (token: string) => string;

/**
 * The fold that leaves out whitespace, case or both; null where everything counts. All whitespace tokens are one;
 * lines are compared without the whitespace in them.
 */
export function foldOf(ignoreWhitespace: boolean, ignoreCase: boolean, level: TokenLevel): TokenFold | null {
  if (!ignoreWhitespace && !ignoreCase) return null;
  const blank = level === 'line' ? '' : ' ';
  return (token) => {
    const cased = ignoreCase ? token.toLowerCase() : token;
    if (!ignoreWhitespace) return cased;
    if (isWhitespace(cased)) return blank;
    return level === 'line' ? cased.replaceAll(/\s+/g, '') : cased;
  };
}

/**
 * Cuts a text into tokens. Words by Unicode word boundaries (UAX #29, by `Intl.Segmenter`): whitespace and
 * punctuation are tokens of their own, scripts without spaces are cut by dictionary. Lines end with LF, CRLF or
 * CR. No token begins or ends inside a grapheme cluster.
 */
export function tokenize(text: string, interner: TokenInterner, level: TokenLevel): TokenizedText {
  const bounds = boundsBy[level](text);
  const ids = new Int32Array(bounds.length - 1);
  for (let i = 0; i < ids.length; i++) ids[i] = interner.idAt(text, bounds[i] ?? 0, bounds[i + 1] ?? 0);
  return { text, bounds: Int32Array.from(bounds), ids };
}

const boundsBy: Readonly<Record<TokenLevel, (text: string) => number[]>> = {
  grapheme: graphemeBounds,
  word: clusterSafeWordBounds,
  line: lineBounds,
};

/** True for a non-empty text of Unicode whitespace only. */
export function isWhitespace(text: string): boolean {
  return text !== '' && text.trim() === '';
}

// A fixed locale: boundaries must not depend on the machine's language.
const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The only characters whose word boundaries can fall inside a grapheme cluster (found by trying every code
 * point): prepended marks, conjoining Hangul jamo, Thai and Lao AM, Vietnamese reading marks.
 */
const mayBreakClusters =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|[\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]|\u{16ff0}|\u{16ff1}/u;

function clusterSafeWordBounds(text: string): number[] {
  const bounds = wordBounds(text);
  if (!mayBreakClusters.test(text)) return bounds;
  const clusters = new Set(graphemeBounds(text));
  return bounds.filter((bound) => clusters.has(bound));
}

function graphemeBounds(text: string): number[] {
  if (/^[\x20-\x7e]*$/.test(text)) return Array.from({ length: text.length + 1 }, (_, i) => i);
  const bounds: number[] = [];
  for (const segment of graphemeSegmenter.segment(text)) bounds.push(segment.index);
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
