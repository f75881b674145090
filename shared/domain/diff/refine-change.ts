import type { Hunk } from './diff-block.ts';
import { diffStrings } from './diff-strings.ts';
import type { TokenizedText } from './tokenize.ts';

/** A stretch inside a change, in reading order: kept by both sides, only in the output, or only in the edit. */
export interface InnerSpan {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly text: string;
}

/** Sides longer than this, in UTF-16 code units, are refined only at their ends. */
const longestSides = { grapheme: [120, 60, 30, 15, 0], word: [20_000, 2_000, 200, 0] } as const;

/** Code units per token, roughly, to estimate the work of refining a change. */
const tokenLength = { grapheme: 1, word: 3 } as const;

/** A refinement helps only when at least this share of the longer side is kept. */
const leastKept = 0.4;

/** Fewer characters kept than this are chance too: `it` and `in` read better as replaced. */
const leastKeptLength = 3;

/** Equal graphemes between two differences that are shorter than this are chance, not something kept. */
const shortestKept = { grapheme: 3, word: 1 } as const;

/** Tokens that a change is refined by: grapheme clusters inside words, words inside lines. */
export type RefineLevel = 'grapheme' | 'word';

/**
 * Length of the sides up to which the changes of one pair are refined, so that all of them together stay within a
 * budget of about as many comparisons as the diff itself: a text that was rewritten has many long changes, and
 * refining those would cost more than finding them, to show little.
 * @param tokens tokens of both texts together
 */
export function longestRefined(
  changes: readonly { readonly removed: string; readonly added: string }[],
  tokens: number,
  level: RefineLevel,
): number {
  const budget = 20_000 + 4 * tokens;
  for (const longest of longestSides[level]) {
    let work = 0;
    for (const { removed, added } of changes) {
      if (removed === '' || added === '' || Math.max(removed.length, added.length) > longest) continue;
      work += ((removed.length + added.length) / tokenLength[level]) ** 2 / 4;
    }
    if (work <= budget) return longest;
  }
  return 0;
}

/**
 * What differs inside a change. The equal and removed spans joined are `removed`, the equal and added ones `added`.
 * @param longest length of a side, in UTF-16 code units, up to which the whole change is searched
 * @returns null where it would not help a reader: one side is empty, or too little is alike.
 */
export function refineChange(
  removed: string,
  added: string,
  level: RefineLevel,
  longest: number = longestSides[level][0],
): readonly InnerSpan[] | null {
  if (removed === '' || added === '') return null;
  if (Math.max(removed.length, added.length) > longest) return refineEnds(removed, added);
  if (level === 'grapheme' && !mayHelp(removed, added)) return null;
  const { a, b, hunks, coarse } = diffStrings(removed, added, level);
  if (coarse) return null;
  return toSpans(dropChanceMatches(hunks, shortestKept[level]), a, b);
}

/**
 * A cheap test before the search, since most changes replace a word by an unrelated one: enough at the ends, or
 * any three code units in common.
 */
function mayHelp(removed: string, added: string): boolean {
  const { head, tail } = commonEnds(removed, added);
  if (head + tail >= leastKept * Math.max(removed.length, added.length)) return true;
  for (let i = 0; i + 3 <= removed.length; i++) if (added.includes(removed.slice(i, i + 3))) return true;
  return false;
}

/** Joins hunks over equal runs that are too short to mean anything; runs at either end of the change stay. */
function dropChanceMatches(hunks: readonly Hunk[], shortest: number): Hunk[] {
  const kept: Hunk[] = [];
  for (const hunk of hunks) {
    const last = kept.at(-1);
    if (last !== undefined && hunk.startA - last.endA < shortest) {
      kept[kept.length - 1] = { ...last, endA: hunk.endA, endB: hunk.endB };
    } else kept.push(hunk);
  }
  return kept;
}

function toSpans(hunks: readonly Hunk[], a: TokenizedText, b: TokenizedText): InnerSpan[] | null {
  const spans: InnerSpan[] = [];
  const push = (kind: InnerSpan['kind'], side: TokenizedText, start: number, end: number) => {
    if (end > start) spans.push({ kind, text: side.text.slice(side.bounds[start], side.bounds[end]) });
  };
  let position = 0;
  for (const hunk of hunks) {
    push('equal', a, position, hunk.startA);
    push('removed', a, hunk.startA, hunk.endA);
    push('added', b, hunk.startB, hunk.endB);
    position = hunk.endA;
  }
  push('equal', a, position, a.ids.length);
  return isHelpful(spans, Math.max(a.text.length, b.text.length)) ? spans : null;
}

function isHelpful(spans: readonly InnerSpan[], longer: number): boolean {
  const kept = spans.reduce((sum, { kind, text }) => sum + (kind === 'equal' ? text.trim().length : 0), 0);
  return kept >= leastKeptLength && kept >= leastKept * longer;
}

/** For one long token (base64, a URL, a sequence of letters): what is common at both ends, in linear time. */
function refineEnds(removed: string, added: string): InnerSpan[] | null {
  let { head, tail } = commonEnds(removed, added);
  while (head > 0 && !(isSafeCut(removed, head) && isSafeCut(added, head))) head--;
  while (tail > 0 && !(isSafeCut(removed, removed.length - tail) && isSafeCut(added, added.length - tail)))
    tail--;
  const all: InnerSpan[] = [
    { kind: 'equal', text: removed.slice(0, head) },
    { kind: 'removed', text: removed.slice(head, removed.length - tail) },
    { kind: 'added', text: added.slice(head, added.length - tail) },
    { kind: 'equal', text: removed.slice(removed.length - tail) },
  ];
  const spans = all.filter((span) => span.text !== '');
  return isHelpful(spans, Math.max(removed.length, added.length)) ? spans : null;
}

/** Between two printable ASCII characters is always a cluster boundary, so no segmentation is needed to know. */
function isSafeCut(text: string, position: number): boolean {
  return isPrintableAscii(text.charCodeAt(position - 1)) && isPrintableAscii(text.charCodeAt(position));
}

function isPrintableAscii(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}

function commonEnds(first: string, second: string): { head: number; tail: number } {
  const shorter = Math.min(first.length, second.length);
  let head = 0;
  while (head < shorter && first[head] === second[head]) head++;
  let tail = 0;
  while (tail < shorter - head && first.at(-1 - tail) === second.at(-1 - tail)) tail++;
  return { head, tail };
}
