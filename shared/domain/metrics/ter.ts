import { diffTokens } from '../diff/diff-tokens.ts';
import { createInterner } from '../diff/token-interner.ts';
import { alignWords, wordDistance } from './word-distance.ts';

/** How {@link translationEditRate} was reached. */
export type TerMethod =
  /** Shortest script of insertions, deletions, substitutions, after greedy shifts. */
  | 'shifts'
  /** The same, but the search of shifts ended at its budget; more shifts might have saved edits. */
  | 'some-shifts'
  /** The same without shifts (word error rate): asked for, or the texts are too long for the search of shifts. */
  | 'no-shifts'
  /** Texts too long for the exact script: the script of the bounded diff, never shorter than the exact one. */
  | 'approximate';

export interface TerScore {
  /** Edits per word of the reference; an empty reference counts as one word. */
  readonly score: number;
  /** Insertions, deletions and substitutions of words, plus shifts. */
  readonly edits: number;
  readonly shifts: number;
  readonly referenceWords: number;
  readonly method: TerMethod;
}

export interface TerOptions {
  /**
   * 'whitespace' for text that is tokenised already (tercom's default); 'normalized' cuts punctuation off as
   * tercom does with `-N`, for plain text. Default 'normalized'.
   */
  readonly tokenization?: 'whitespace' | 'normalized';
  /** Default false, as in tercom. */
  readonly caseSensitive?: boolean;
  /** Default true. */
  readonly shifts?: boolean;
}

/**
 * Translation edit rate of a text against a reference: the least number of edits, a shift of a block of words
 * counting as one, per reference word. With a person's own edit as the reference it is HTER (Snover, Dorr,
 * Schwartz, Micciulla and Makhoul, "A Study of Translation Edit Rate with Targeted Human Annotation", AMTA 2006).
 * The search of shifts is greedy with tercom's limits: blocks of at most 10 words over at most 50 positions,
 * where both places are misaligned; at most 1,000 shifts are tried, as in sacrebleu (Post 2018).
 * Not clipped: a text much longer than the reference scores above 1.
 */
export function translationEditRate(text: string, reference: string, options: TerOptions = {}): TerScore {
  const { tokenization = 'normalized', caseSensitive = false, shifts: wantShifts = true } = options;
  const cut = tokenization === 'whitespace' ? cutAtWhitespace : cutNormalized;
  const interner = createInterner();
  const toIds = (side: string) =>
    Int32Array.from(cut(caseSensitive ? side : side.toLowerCase()), (word) => interner.idOf(word));
  const words = toIds(text);
  const target = toIds(reference);
  const cells = words.length * target.length;

  const result = (edits: number, shifts: number, method: TerMethod): TerScore => ({
    score: edits / Math.max(1, target.length),
    edits,
    shifts,
    referenceWords: target.length,
    method,
  });
  if (cells > longestExact) return result(diffEdits(words, target, interner.size()), 0, 'approximate');
  if (!wantShifts || cells > longestShifted) return result(wordDistance(words, target), 0, 'no-shifts');
  const { edits, shifts, complete } = shiftGreedily(words, target);
  return result(edits + shifts, shifts, complete ? 'shifts' : 'some-shifts');
}

/** Products of the word counts: 400 words against 400 with shifts, 5,000 against 5,000 without. */
const longestShifted = 400 * 400;
const longestExact = 5_000 * 5_000;

/** A replaced stretch costs its longer side. */
function diffEdits(words: Int32Array, target: Int32Array, vocabulary: number): number {
  return diffTokens(words, target, vocabulary).hunks.reduce(
    (sum, { startA, endA, startB, endB }) => sum + Math.max(endA - startA, endB - startB),
    0,
  );
}

const maxShiftSize = 10;
const maxShiftDistance = 50;
const maxShiftsTried = 1_000;

/** Each shift tried costs the product of the word counts; this many in all, which is some 30 ms. */
const maxCells = 8_000_000;

/** Shifts blocks of words as long as a shift saves anything, the one that saves most first. */
function shiftGreedily(words: Int32Array, target: Int32Array) {
  const budget = Math.min(maxShiftsTried, maxCells / (words.length * target.length));
  let current: Candidate = { words, edits: wordDistance(words, target) };
  let shifts = 0;
  let tried = 0;
  while (current.edits > 0 && tried < budget) {
    const best = bestShift(current, target, budget - tried);
    tried += best.tried;
    if (best.candidate === null) break;
    current = best.candidate;
    shifts++;
  }
  return { edits: current.edits, shifts, complete: tried < budget };
}

interface Candidate {
  readonly words: Int32Array;
  readonly edits: number;
}

/** The shift that saves most edits; of equal ones the longest block, then the earliest, then the nearest to the start. */
function bestShift(
  from: Candidate,
  target: Int32Array,
  budget: number,
): { candidate: Candidate | null; tried: number } {
  const { words } = from;
  const { alignment, wrongWords, wrongTargets } = alignWords(words, target);
  let candidate: Candidate | null = null;
  let bestLength = 0;
  let tried = 0;
  for (const { start, targetStart, length } of matchingBlocks(words, target)) {
    // Only a block that is misplaced, to a place that is not filled rightly, and not into itself.
    if (!anySet(wrongWords, start, length) || !anySet(wrongTargets, targetStart, length)) continue;
    const aligned = alignment[targetStart] ?? -1;
    if (start <= aligned && aligned < start + length) continue;
    let last = -1;
    for (let offset = -1; offset < length; offset++) {
      const place = targetStart + offset === -1 ? 0 : (alignment[targetStart + offset] ?? -1) + 1;
      if (place === last) continue;
      last = place;
      const shifted = shiftBlock(words, start, length, place);
      const edits = wordDistance(shifted, target);
      tried++;
      const least: number = candidate?.edits ?? from.edits;
      if (edits < least || (candidate !== null && edits === least && length > bestLength)) {
        candidate = { words: shifted, edits };
        bestLength = length;
      }
    }
    if (tried >= budget) break;
  }
  return { candidate, tried };
}

interface MatchingBlock {
  readonly start: number;
  readonly targetStart: number;
  readonly length: number;
}

function* matchingBlocks(words: Int32Array, target: Int32Array): Generator<MatchingBlock> {
  for (let start = 0; start < words.length; start++) {
    const first = Math.max(0, start - maxShiftDistance);
    const last = Math.min(target.length - 1, start + maxShiftDistance);
    for (let targetStart = first; targetStart <= last; targetStart++) {
      const longest = Math.min(maxShiftSize, words.length - start, target.length - targetStart);
      for (let length = 1; length <= longest; length++) {
        if (words[start + length - 1] !== target[targetStart + length - 1]) break;
        yield { start, targetStart, length };
      }
    }
  }
}

function anySet(flags: Uint8Array, start: number, length: number): boolean {
  return flags.subarray(start, start + length).includes(1);
}

/** Moves a block so that it stands before the word that was at `place`; inside the block, by as many words. */
function shiftBlock(words: Int32Array, start: number, length: number, place: number): Int32Array {
  const shifted = new Int32Array(words.length);
  const block = words.subarray(start, start + length);
  const rest = new Int32Array(words.length - length);
  rest.set(words.subarray(0, start));
  rest.set(words.subarray(start + length), start);
  const at = Math.min(place > start + length ? place - length : place, rest.length);
  shifted.set(rest.subarray(0, at));
  shifted.set(block, at);
  shifted.set(rest.subarray(at), at + length);
  return shifted;
}

function cutAtWhitespace(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Numbers with their separators, possessive 's, single ideographs, words, and every other sign on its own. */
const normalizedWord =
  /\p{N}+(?:[.,]\p{N}+)*|['’]s(?!\p{L})|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|[^\s]/gu;

function cutNormalized(text: string): string[] {
  return text.match(normalizedWord) ?? [];
}
