import type { Hunk } from './diff-block.ts';
import { isSecondFirst, mirror } from './diff-strings.ts';
import type { TokenizedText, TokenLevel } from './tokenize.ts';

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
  const regionsA = hunks.map(({ startA, endA }): Region => [startA, endA]);
  const regionsB = hunks.map(({ startB, endB }): Region => [startB, endB]);
  const gramsA = uniqueGrams(regionsA, a.ids, gramLength);
  const gramsB = gramsA.size === 0 ? gramsA : uniqueGrams(regionsB, b.ids, gramLength);

  const found: Hunk[] = [];
  /** Where the last match on a diagonal ended, so that each is extended once. */
  const ends = new Map<number, number>();
  let steps = stepsPerToken * (a.ids.length + b.ids.length);
  for (const [hash, [positionA, hunkA]] of gramsA) {
    const [positionB, hunkB] = gramsB.get(hash) ?? repeated;
    if (positionA < 0 || positionB < 0 || hunkA === hunkB || steps <= 0) continue;
    const diagonal = positionA - positionB;
    if (positionA < (ends.get(diagonal) ?? 0)) continue;
    const match = extend(positionA, positionB, regionsA[hunkA], regionsB[hunkB], a.ids, b.ids);
    steps -= match.endA - match.startA + 1;
    ends.set(diagonal, match.endA);
    if (match.endA - match.startA < gramLength) continue;
    const trimmed = trim(match, a);
    if (isLongEnough(textOf(a, trimmed))) found.push(trimmed);
  }
  return withoutOverlaps(found, a, b);
}

type Region = readonly [start: number, end: number];

/** Position of an n-gram and index of its hunk. */
type Place = readonly [position: number, hunk: number];

const repeated: Place = [-1, -1];

/** Places of the n-grams inside the regions by their hash; a negative one for an n-gram that occurs again. */
function uniqueGrams(regions: readonly Region[], ids: Int32Array, length: number): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const [hunk, [start, end]] of regions.entries()) {
    for (let position = start; position + length <= end; position++) {
      let hash = 0;
      for (let i = 0; i < length; i++)
        hash = (Math.imul(hash, 0x01000193) + (ids[position + i] ?? 0) + 1) | 0;
      places.set(hash, places.has(hash) ? repeated : [position, hunk]);
    }
  }
  return places;
}

/** The longest run of equal tokens around two positions; empty where their hashes only happened to be equal. */
function extend(
  positionA: number,
  positionB: number,
  [leastA, mostA]: Region = [0, 0],
  [leastB, mostB]: Region = [0, 0],
  a: Int32Array,
  b: Int32Array,
): Hunk {
  let [startA, startB, endA, endB] = [positionA, positionB, positionA, positionB];
  while (endA < mostA && endB < mostB && a[endA] === b[endB]) {
    endA++;
    endB++;
  }
  while (startA > leastA && startB > leastB && a[startA - 1] === b[startB - 1]) {
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
