import { diffBlock, type Hunk, type Work } from './diff-block.ts';
import { uniqueAnchors, type Block } from './unique-anchors.ts';

/** Differences of two token sequences, as the engine found them (not yet arranged for a reader). */
export interface TokenDiff {
  readonly hunks: Hunk[];
  /** True when a block was given up and stands as replaced as a whole. */
  readonly coarse: boolean;
  /** Comparisons made and tokens scanned. At most {@link stepLimit}, whatever the input. */
  readonly steps: number;
}

/** The most steps for a pair of this many tokens together: linear, whatever they are. */
export function stepLimit(tokens: number): number {
  return comparisonLimit(tokens) + maxDepth * gramLengths.length * tokens;
}

/**
 * Bounded differences of two sequences of token ids. Trims common ends, anchors on n-grams that are unique on
 * both sides (patience diff), lets jsdiff find the shortest script of each block between anchors, and anchors on
 * shorter n-grams where a block is too different for its budget. A block without anchors left stands as replaced.
 * @param vocabulary ids are 0 .. vocabulary - 1
 */
export function diffTokens(a: Int32Array, b: Int32Array, vocabulary: number): TokenDiff {
  const search: Search = {
    hunks: [],
    work: { comparisons: 0, limit: comparisonLimit(a.length + b.length), scanned: 0 },
    counts: new Int32Array(vocabulary),
    coarse: false,
  };
  solve(search, { a, b, startA: 0, endA: a.length, startB: 0, endB: b.length }, 0, 0);
  return { hunks: search.hunks, coarse: search.coarse, steps: search.work.comparisons + search.work.scanned };
}

interface Search {
  readonly hunks: Hunk[];
  readonly work: Work;
  /** All zero between uses. */
  readonly counts: Int32Array;
  coarse: boolean;
}

/**
 * Lengths of the n-grams that are tried as anchors, in order. Five tokens (three words and the spaces between)
 * rarely meet by chance. Long ones come next because they are the only unique ones in repetitive text; two words
 * and single tokens are for texts that were rewritten.
 */
const gramLengths = [5, 64, 24, 8, 3, 1];

/** Blocks of fewer tokens go to jsdiff at once: anchors save nothing there. */
const smallBlock = 64;

/** How often blocks between anchors may be anchored again; bounds the passes over the text. */
const maxDepth = 8;

/** The most comparisons that jsdiff may make; some 100 ns each, which is what the time budgets allow. */
function comparisonLimit(tokens: number): number {
  return 30_000 + 4 * tokens;
}

function solve(search: Search, outer: Block, level: number, depth: number): void {
  const block = trim(outer);
  const lengthA = block.endA - block.startA;
  const lengthB = block.endB - block.startB;
  if (lengthA === 0 && lengthB === 0) return;
  if (lengthA === 0 || lengthB === 0 || (lengthA === 1 && lengthB === 1)) {
    replace(search, block);
    return;
  }
  const direct = level > 0 || lengthA + lengthB <= smallBlock;
  if (direct && tryBlock(search, block)) return;
  const lastLevel = depth < maxDepth ? gramLengths.length : level;
  for (let next = level; next < lastLevel; next++) {
    const gramLength = gramLengths[next] ?? 1;
    search.work.scanned += lengthA + lengthB;
    const anchors = uniqueAnchors(block, gramLength);
    if (anchors.length > 0) {
      solveBetween(search, block, anchors, gramLength, Math.max(1, next), depth + 1);
      return;
    }
    if (!direct && next === 0 && tryBlock(search, block)) return;
  }
  search.coarse = true;
  replace(search, block);
}

function solveBetween(
  search: Search,
  block: Block,
  anchors: readonly number[],
  gramLength: number,
  level: number,
  depth: number,
): void {
  const { a, b } = block;
  let { startA, startB } = block;
  for (let i = 0; i < anchors.length; i += 2) {
    const anchorA = anchors[i] ?? 0;
    const anchorB = anchors[i + 1] ?? 0;
    // Anchors overlap their neighbours; what the last one already covers is done.
    if (anchorA < startA || anchorB < startB) continue;
    solve(search, { a, b, startA, endA: anchorA, startB, endB: anchorB }, level, depth);
    startA = anchorA + gramLength;
    startB = anchorB + gramLength;
    while (startA < block.endA && startB < block.endB && a[startA] === b[startB]) {
      startA++;
      startB++;
    }
  }
  solve(search, { a, b, startA, endA: block.endA, startB, endB: block.endB }, level, depth);
}

function trim(block: Block): Block {
  const { a, b } = block;
  let { startA, endA, startB, endB } = block;
  while (startA < endA && startB < endB && a[startA] === b[startB]) {
    startA++;
    startB++;
  }
  while (startA < endA && startB < endB && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return { a, b, startA, endA, startB, endB };
}

function replace({ hunks }: Search, { startA, endA, startB, endB }: Block): void {
  hunks.push({ startA, endA, startB, endB });
}

function tryBlock(search: Search, block: Block): boolean {
  const { a, b, startA, endA, startB, endB } = block;
  const tokens = endA - startA + endB - startB;
  const budget = Math.min(search.work.limit - search.work.comparisons, 10_000 + tokens);
  // An edit script of length d takes about d * d / 2 comparisons; it cannot be shorter than what the sides do
  // not have in common.
  const leastEdits = tokens - 2 * commonTokens(search.counts, block);
  if ((leastEdits * leastEdits) / 2 > budget) return false;
  const sideA = Array.from(a.subarray(startA, endA));
  const sideB = Array.from(b.subarray(startB, endB));
  return diffBlock(sideA, sideB, startA, startB, search.work, budget, search.hunks);
}

/** Size of the common multiset of both sides, whatever the order. */
function commonTokens(counts: Int32Array, { a, b, startA, endA, startB, endB }: Block): number {
  let common = 0;
  for (let i = startA; i < endA; i++) counts[a[i] ?? 0] = (counts[a[i] ?? 0] ?? 0) + 1;
  for (let i = startB; i < endB; i++) {
    const left = counts[b[i] ?? 0] ?? 0;
    if (left > 0) {
      counts[b[i] ?? 0] = left - 1;
      common++;
    }
  }
  for (let i = startA; i < endA; i++) counts[a[i] ?? 0] = 0;
  return common;
}
