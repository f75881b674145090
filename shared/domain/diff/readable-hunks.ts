import type { Hunk } from './diff-block.ts';
import { isWhitespace, type TokenizedText } from './tokenize.ts';

/**
 * Arranges the hunks of a shortest script for a reader, in two steps that leave the texts as they are:
 *
 * 1. An insertion or deletion that could stand in several places (`the [cat the] dog`, `[the cat] the dog`)
 *    is moved to where it begins and ends at a line, a sentence or a word.
 * 2. Hunks are joined over equal text that is smaller than what changed on either side of it (semantic clean-up
 *    after Fraser, "Writing: Diff Strategies", 2006), never over a line break. Joining lengthens the script: in a
 *    light edit of a long pair it may do so by {@link lightAllowance} only, except inside a rewritten passage.
 */
export function arrangeHunks(
  hunks: readonly Hunk[],
  a: TokenizedText,
  b: TokenizedText,
  ignoreWhitespace = false,
): Hunk[] {
  // Sliding comes first: it relies on the text between two hunks being equal token by token.
  const slid = slideHunks(hunks, a, b);
  return mergeHunks(ignoreWhitespace ? withoutWhitespaceHunks(slid, a, b) : slid, a, b);
}

/** Tokens removed and added by the hunks together. */
export function editLengthOf(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, hunk) => sum + sizeOf(hunk), 0);
}

/** Hunks with whitespace on both sides only are left out: for comparisons that ignore whitespace. */
export function withoutWhitespaceHunks(hunks: readonly Hunk[], a: TokenizedText, b: TokenizedText): Hunk[] {
  return hunks.filter(
    (hunk) => (textBetween(a, hunk.startA, hunk.endA) + textBetween(b, hunk.startB, hunk.endB)).trim() !== '',
  );
}

/** An insertion or deletion is moved by at most this many tokens; bounds the work on repetitive text. */
const maxSlide = 200;

function slideHunks(hunks: readonly Hunk[], a: TokenizedText, b: TokenizedText): Hunk[] {
  const slid: Hunk[] = [];
  for (const [i, hunk] of hunks.entries()) {
    const { startA, endA, startB, endB } = hunk;
    if (startA < endA && startB < endB) {
      slid.push(hunk);
      continue;
    }
    // One equal token stays on either side, so that hunks never come to touch.
    const before = startA - (slid.at(-1)?.endA ?? -1) - 1;
    const after = (hunks[i + 1]?.startA ?? a.ids.length + 1) - endA - 1;
    const [side, start, end] = startA < endA ? ([a, startA, endA] as const) : ([b, startB, endB] as const);
    const shift = bestShift(side, start, end, Math.min(before, maxSlide), Math.min(after, maxSlide));
    slid.push({ startA: startA + shift, endA: endA + shift, startB: startB + shift, endB: endB + shift });
  }
  return slid;
}

function bestShift(side: TokenizedText, start: number, end: number, before: number, after: number): number {
  const { ids } = side;
  let lowest = 0;
  while (-lowest < before && ids[start + lowest - 1] === ids[end + lowest - 1]) lowest--;
  let highest = 0;
  while (highest < after && end + highest < ids.length && ids[start + highest] === ids[end + highest])
    highest++;
  if (lowest === highest) return 0;
  let best = 0;
  let bestScore = -1;
  for (let shift = lowest; shift <= highest; shift++) {
    const score = boundaryScore(side, start + shift) + boundaryScore(side, end + shift);
    if (score >= bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  return best;
}

/** How natural it reads to begin or end a change before this token. */
function boundaryScore(side: TokenizedText, position: number): number {
  if (position === 0 || position === side.ids.length) return 5;
  const last = textBetween(side, position - 1, position);
  if (last.endsWith('\n')) return 5;
  if (isWhitespace(last)) {
    const beforeSpace = textBetween(side, position - 2, position - 1);
    return /[.!?…。！？]$/u.test(beforeSpace) ? 4 : 3;
  }
  const next = textBetween(side, position, position + 1);
  if (/^[\r\n]/.test(next)) return 2;
  return isWhitespace(next) ? 1 : 0;
}

/** Longest equal run, in tokens, that hunks are joined over. */
const maxGap = 9;

/** Pairs of fewer tokens together are arranged for the reader alone. */
const longPair = 400;

/** An edit is light when its script is at most this share of the tokens of both sides (0.08: every sixth word). */
const lightShare = 0.08;

/** By how much joining may lengthen the script of a light edit; rewritten passages are joined all the same. */
const lightAllowance = 0.04;

/** Consecutive hunks, by index, that are shown as one change. */
interface Group {
  readonly first: number;
  readonly last: number;
  /** Tokens removed and added by its hunks. */
  readonly changed: number;
  /** Equal tokens taken into the change, both sides counted. */
  readonly cost: number;
  /** Longer side of the change in characters other than whitespace. */
  readonly weight: number;
}

function mergeHunks(hunks: readonly Hunk[], a: TokenizedText, b: TokenizedText): Hunk[] {
  const groups: Group[] = [];
  for (const [index, hunk] of hunks.entries()) {
    let group: Group = {
      first: index,
      last: index,
      changed: sizeOf(hunk),
      cost: 0,
      weight: weightOf(hunk, a, b),
    };
    // A joined change weighs more, so the gap before it may have become the smaller one.
    for (let left = groups.at(-1); left !== undefined; left = groups.at(-1)) {
      const joined = join(hunks, left, group, a, b);
      if (joined === null) break;
      groups.pop();
      group = joined;
    }
    groups.push(group);
  }

  const tokens = a.ids.length + b.ids.length;
  const editLength = editLengthOf(hunks);
  const light = tokens >= longPair && editLength <= tokens * lightShare;
  let allowance = light ? editLength * lightAllowance : Infinity;
  for (const group of groups) if (isRewritten(group)) allowance -= group.cost;
  return groups.flatMap((group) => {
    if (group.first !== group.last && !isRewritten(group)) {
      if (group.cost > allowance) return hunks.slice(group.first, group.last + 1);
      allowance -= group.cost;
    }
    const { startA, startB } = hunks[group.first] ?? noHunk;
    const { endA, endB } = hunks[group.last] ?? noHunk;
    return [{ startA, endA, startB, endB }];
  });
}

/** A passage that was rewritten: several changes in a row, or long ones with next to nothing between them. */
function isRewritten({ first, last, changed, cost }: Group): boolean {
  const count = last - first + 1;
  return changed >= 4 * cost || (count >= 3 && changed >= cost) || (count >= 5 && 2 * changed >= cost);
}

function join(
  hunks: readonly Hunk[],
  left: Group,
  right: Group,
  a: TokenizedText,
  b: TokenizedText,
): Group | null {
  const { endA: gapStart, endB } = hunks[left.last] ?? noHunk;
  const { startA: gapEnd, startB } = hunks[right.first] ?? noHunk;
  if (gapEnd - gapStart > maxGap) return null;
  const gap = textBetween(a, gapStart, gapEnd);
  // Also where a whole line was put in or taken out: the break before the gap is part of the change then.
  if (/[\r\n]/.test(gap) || startsLine(a, gapStart) || startsLine(b, endB)) return null;
  if (endsLine(a, gapEnd) || endsLine(b, startB)) return null;
  const gapWeight = visibleLength(gap);
  if (gapWeight > Math.min(left.weight, right.weight)) return null;
  return {
    first: left.first,
    last: right.last,
    changed: left.changed + right.changed,
    cost: left.cost + right.cost + 2 * (gapEnd - gapStart),
    weight: left.weight + gapWeight + right.weight,
  };
}

function startsLine(side: TokenizedText, position: number): boolean {
  return /[\r\n]$/.test(textBetween(side, position - 1, position));
}

function endsLine(side: TokenizedText, position: number): boolean {
  return /^[\r\n]/.test(textBetween(side, position, position + 1));
}

const noHunk: Hunk = { startA: 0, endA: 0, startB: 0, endB: 0 };

function weightOf(hunk: Hunk, a: TokenizedText, b: TokenizedText): number {
  return Math.max(
    visibleLength(textBetween(a, hunk.startA, hunk.endA)),
    visibleLength(textBetween(b, hunk.startB, hunk.endB)),
  );
}

function visibleLength(text: string): number {
  return text.replaceAll(/\s+/g, '').length;
}

function textBetween(side: TokenizedText, start: number, end: number): string {
  return side.text.slice(side.bounds[Math.max(0, start)], side.bounds[end]);
}

function sizeOf(hunk: Hunk): number {
  return hunk.endA - hunk.startA + hunk.endB - hunk.startB;
}
