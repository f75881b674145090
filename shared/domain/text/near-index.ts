import { fingerprintWords, firstBand } from './fingerprint.ts';
import { mixed } from './shingles.ts';

/**
 * Finds what may be a near-duplicate among the fingerprints that were added so far, by locality-sensitive hashing
 * (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4): what shares one of its bands and, by all of its
 * min-hashes, seems to share enough. Whether it does is for the caller to verify.
 */
export interface NearIndex {
  /** Adds a fingerprint and gives its number, from 0. */
  readonly add: (fingerprint: Uint32Array) => number;
  /** Calls `visit` with numbers of earlier ones, the latest of each band first, until it returns true. */
  readonly visit: (fingerprint: Uint32Array, visit: (item: number) => boolean) => void;
}

/**
 * Of pairs that share just as much as is looked for, less than one in a hundred is missed, and fewer of those that share
 * more. Below 0.8 bands are half as wide for that.
 * @param near the share of common shingles that is looked for
 * @param expected how many may be added; 120 to 200 bytes each
 */
export function createNearIndex(near: number, expected: number): NearIndex {
  const bands = near >= 0.8 ? usedWords : usedWords * 2;
  const minEqual = Math.floor((near - leeway) * usedWords * 4);
  const slots = 2 ** Math.max(8, Math.ceil(Math.log2(expected / 2 + 1)));
  // What is not used yet takes no memory: the pages of a new array are there when they are first written to.
  let capacity = Math.max(expected, 1024);
  let words = new Uint32Array(capacity * usedWords);
  let next = new Uint32Array(capacity * bands);
  /** Of each band, the latest item in each slot, one higher. */
  const heads = new Uint32Array(bands * slots);
  let count = 0;

  const bandOf =
    bands === usedWords
      ? (from: Uint32Array, start: number, band: number): number => from[start + band] ?? 0
      : (from: Uint32Array, start: number, band: number): number =>
          ((from[start + (band >>> 1)] ?? 0) >>> ((band & 1) * 16)) & 0xffff;
  const slotOf = (value: number, band: number): number =>
    band * slots + (mixed(value ^ Math.imul(band + 1, 0x9e3779b1)) & (slots - 1));
  /** Whether the two meet in an earlier band, where they were compared. */
  const metBefore = (fingerprint: Uint32Array, item: number, band: number): boolean => {
    for (let earlier = 0; earlier < band; earlier++) {
      if (bandOf(fingerprint, firstBand, earlier) === bandOf(words, item * usedWords, earlier)) return true;
    }
    return false;
  };
  const seemsNear = (fingerprint: Uint32Array, item: number): boolean => {
    // Most differ in so much that the rest need not be looked at.
    let canDiffer = usedWords * 4 - minEqual;
    for (let at = 0; at < usedWords && canDiffer >= 0; at++) {
      canDiffer -= 4 - equalBytes(fingerprint[firstBand + at] ?? 0, words[item * usedWords + at] ?? 0);
    }
    return canDiffer >= 0;
  };
  const grow = (): void => {
    capacity *= 2;
    const [oldWords, oldNext] = [words, next];
    words = new Uint32Array(capacity * usedWords);
    words.set(oldWords);
    next = new Uint32Array(capacity * bands);
    next.set(oldNext);
  };

  return {
    add(fingerprint) {
      if (count === capacity) grow();
      words.set(fingerprint.subarray(firstBand, firstBand + usedWords), count * usedWords);
      for (let band = 0; band < bands; band++) {
        const slot = slotOf(bandOf(fingerprint, firstBand, band), band);
        next[count * bands + band] = heads[slot] ?? 0;
        heads[slot] = count + 1;
      }
      return count++;
    },
    visit(fingerprint, visit) {
      for (let band = 0; band < bands; band++) {
        const value = bandOf(fingerprint, firstBand, band);
        let item = (heads[slotOf(value, band)] ?? 0) - 1;
        for (let walked = 0; item >= 0 && walked < mostWalked; walked++) {
          const isNew =
            bandOf(words, item * usedWords, band) === value &&
            seemsNear(fingerprint, item) &&
            !metBefore(fingerprint, item, band);
          if (isNew && visit(item)) return;
          item = (next[item * bands + band] ?? 0) - 1;
        }
      }
    },
  };
}

/** Of the words of a fingerprint that hold min-hashes: all of them would take a third more memory and find little more. */
const usedWords = Math.min(12, fingerprintWords - firstBand);
/** The share by 48 min-hashes is this much lower than the real one for less than one pair in a hundred. */
const leeway = 0.17;
/** Of many that are alike but not enough, as those of one template are, only the latest are compared. */
const mostWalked = 32;

function equalBytes(a: number, b: number): number {
  const difference = a ^ b;
  // The high bit of each byte that is zero, added up.
  const zeros = ~(((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference | 0x7f7f7f7f);
  return Math.imul((zeros >>> 7) & 0x01010101, 0x01010101) >>> 24;
}
