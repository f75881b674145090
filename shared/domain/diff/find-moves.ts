import type { Hunk } from './diff-block.ts';
import { isSecondFirst, mirror } from './diff-strings.ts';
import type { TokenizedText, TokenLevel } from './tokenize.ts';
import { forEachGram, sameGram } from './unique-anchors.ts';

/** Tokens that have to be the same, and nowhere else in what was removed or added, for a move to be looked for. */
const gramLengths: Readonly<Record<TokenLevel, number>> = { grapheme: 24, word: 8, line: 1 };

/** A move has at least so many words and visible characters; less is a phrase that happens to occur twice. */
const leastWords = 4;
const leastCharacters = 16;

/** Steps per token that extending moves may take; bounds the work on repetitive text. */
const stepsPerToken = 8;

/**
 * Runs of tokens that one hunk removed and another one added, the same. Deterministic, mirrored when the texts are
 * swapped, linear in the tokens of the hunks. No two moves share a token.
 * @returns in the order of the first text, in token indexes
 */
export function findMoves(
  hunks: readonly Hunk[],
  a: TokenizedText,
  b: TokenizedText,
  level: TokenLevel,
): Hunk[] {
  const moves = isSecondFirst(a.text, b.text)
    ? search(hunks.map(mirror), b, a, gramLengths[level]).map(mirror)
    : search(hunks, a, b, gramLengths[level]);
  return moves.toSorted((left, right) => left.startA - right.startA);
}

function search(hunks: readonly Hunk[], a: TokenizedText, b: TokenizedText, gramLength: number): Hunk[] {
  const found: Hunk[] = [];
  /** Where the last match on a diagonal ended, so that each is extended once. */
  const ends = new Map<number, number>();
  let steps = stepsPerToken * (a.ids.length + b.ids.length);
  for (const [positionA, positionB] of uniqueMatches(hunks, a.ids, b.ids, gramLength)) {
    if (steps <= 0) break;
    const diagonal = positionA - positionB;
    if (positionA < (ends.get(diagonal) ?? 0)) continue;
    const from = hunks[firstEndingAfter(hunks, positionA, 'endA')];
    const to = hunks[firstEndingAfter(hunks, positionB, 'endB')];
    if (from === undefined || to === undefined || from === to) continue;
    const match = extend(positionA, positionB, from, to, a.ids, b.ids);
    steps -= match.endA - match.startA;
    ends.set(diagonal, match.endA);
    const trimmed = trim(match, a);
    if (isLongEnough(textOf(a, trimmed))) found.push(trimmed);
  }
  return withoutOverlaps(found, a, b);
}

/** Where an n-gram occurs once in what was removed and once in what was added, in the order of the first text. */
function* uniqueMatches(
  hunks: readonly Hunk[],
  a: Int32Array,
  b: Int32Array,
  gramLength: number,
): Generator<readonly [positionA: number, positionB: number]> {
  const gramsOf = (start: number, end: number) => Math.max(0, end - start - gramLength + 1);
  const grams = hunks.reduce((sum, { startA, endA }) => sum + gramsOf(startA, endA), 0);
  if (grams === 0) return;
  // Open addressing as in unique-anchors.ts: positions + 1, 0 is empty, -1 is repeated.
  const capacity = 2 ** Math.ceil(Math.log2(grams * 2));
  const placeInA = new Int32Array(capacity);
  const isRepeatedInA = new Uint8Array(capacity);
  const placeInB = new Int32Array(capacity);
  const slotOf = (hash: number, tokens: Int32Array, position: number): number => {
    let slot = hash & (capacity - 1);
    for (;;) {
      const place = placeInA[slot] ?? 0;
      if (place === 0 || sameGram(a, place - 1, tokens, position, gramLength)) return slot;
      slot = (slot + 1) & (capacity - 1);
    }
  };
  for (const { startA, endA } of hunks) {
    if (gramsOf(startA, endA) === 0) continue;
    forEachGram(a, startA, gramsOf(startA, endA), gramLength, (position, hash) => {
      const slot = slotOf(hash, a, position);
      if (placeInA[slot] === 0) placeInA[slot] = position + 1;
      else isRepeatedInA[slot] = 1;
    });
  }
  for (const { startB, endB } of hunks) {
    if (gramsOf(startB, endB) === 0) continue;
    forEachGram(b, startB, gramsOf(startB, endB), gramLength, (position, hash) => {
      const slot = slotOf(hash, b, position);
      if (placeInA[slot] !== 0) placeInB[slot] = placeInB[slot] === 0 ? position + 1 : -1;
    });
  }
  const matches: [number, number][] = [];
  for (let slot = 0; slot < capacity; slot++) {
    const place = placeInB[slot] ?? 0;
    if (place > 0 && isRepeatedInA[slot] === 0) matches.push([(placeInA[slot] ?? 0) - 1, place - 1]);
  }
  yield* matches.toSorted(([left], [right]) => left - right);
}

/** Index of the first hunk that ends after a position. */
function firstEndingAfter(hunks: readonly Hunk[], position: number, end: 'endA' | 'endB'): number {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hunks[middle]?.[end] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The longest run of equal tokens around two positions, inside their hunks. */
function extend(
  positionA: number,
  positionB: number,
  from: Hunk,
  to: Hunk,
  a: Int32Array,
  b: Int32Array,
): Hunk {
  let [startA, startB, endA, endB] = [positionA, positionB, positionA, positionB];
  while (endA < from.endA && endB < to.endB && a[endA] === b[endB]) {
    endA++;
    endB++;
  }
  while (startA > from.startA && startB > to.startB && a[startA - 1] === b[startB - 1]) {
    startA--;
    startB--;
  }
  return { startA, endA, startB, endB };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Without the space and punctuation before its first word, and the space after its last. */
function trim(match: Hunk, a: TokenizedText): Hunk {
  let { startA, endA, startB, endB } = match;
  while (startA < endA && !wordCharacter.test(textOf(a, { startA, endA: startA + 1 }))) {
    startA++;
    startB++;
  }
  while (startA < endA && textOf(a, { startA: endA - 1, endA }).trim() === '') {
    endA--;
    endB--;
  }
  return { startA, endA, startB, endB };
}

function isLongEnough(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const hasSpaces = /\s/.test(text.trim());
  const visible = text.replaceAll(/\s+/g, '').length;
  // Scripts without spaces say as much in half the characters.
  return hasSpaces ? words >= leastWords && visible >= leastCharacters : visible >= leastCharacters / 2;
}

/** The longest moves first; what shares a token with a longer one is left out. */
function withoutOverlaps(moves: readonly Hunk[], a: TokenizedText, b: TokenizedText): Hunk[] {
  const takenA = new Uint8Array(a.ids.length);
  const takenB = new Uint8Array(b.ids.length);
  const longestFirst = moves.toSorted(
    (left, right) => right.endA - right.startA - (left.endA - left.startA) || left.startA - right.startA,
  );
  return longestFirst.filter(({ startA, endA, startB, endB }) => {
    if (takenA.subarray(startA, endA).includes(1) || takenB.subarray(startB, endB).includes(1)) return false;
    takenA.fill(1, startA, endA);
    takenB.fill(1, startB, endB);
    return true;
  });
}

function textOf({ text, bounds }: TokenizedText, { startA, endA }: Pick<Hunk, 'startA' | 'endA'>): string {
  return text.slice(bounds[startA], bounds[endA]);
}
