import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts';
import { estimateJaccard, fingerprintWords, firstBand } from './fingerprint.ts';
import { createPairMemory } from './pair-memory.ts';
import { mixed } from './shingles.ts';

/** Whether two fingerprints, by their place in the list, belong to near-duplicates. */
export type Verify = (a: number, b: number) => boolean;

/**
 * The group of each fingerprint: the place of the first one in it, its own where it is alone. `words` holds the
 * fingerprints one after the other.
 *
 * Equal sets are joined first, and only the first of them looks on. Then those that share a band are candidates: each is
 * compared with up to eight that stand for the band's bucket, not with all, so that many alike cost no more than
 * many different ones; those that already are in one group are not compared. What looks similar enough by
 * its fingerprint is given to `verify`.
 */
export function groupNearDuplicates(words: Uint32Array, verify: Verify): Uint32Array {
  const steps = groupingSteps(words, verify);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few thousand fingerprints or a few hundred verifications; each yields the share done, 0 to 1. */
export function* groupingSteps(
  words: Uint32Array,
  verify: Verify,
): Generator<number, Uint32Array, undefined> {
  const count = Math.floor(words.length / fingerprintWords);
  const grouping = createGrouping(words, count, verify);
  const passes = fingerprintWords - firstBand + 1;
  for (let pass = 0; pass < passes; pass++) {
    grouping.startPass();
    for (let from = 0; from < count;) {
      from = pass === 0 ? grouping.joinEqual(from) : grouping.joinSimilar(from, firstBand + pass - 1);
      yield (pass + from / count) / passes;
    }
  }
  return Uint32Array.from({ length: count }, (_, index) => grouping.sets.find(index));
}

const stepItems = 8192;
const stepVerifications = 256;
const maxStandIns = 8;
/** Of pairs that share 0.8, the estimate is below this for one in 40; of those that share 0.85, for one in 800. */
const minEstimate = 0.7;
/** Many that are alike, but not enough, would be compared for ever. */
const maxRefusals = 12;
const none = 0xffffffff;

interface Grouping {
  readonly sets: DisjointSets;
  startPass(): void;
  /** Handles some from `from` on and returns where to go on. */
  joinEqual(from: number): number;
  joinSimilar(from: number, band: number): number;
}

function createGrouping(words: Uint32Array, count: number, verify: Verify): Grouping {
  const sets = createDisjointSets(count);
  const isFirstOfEqual = new Uint8Array(count);
  // A hash table of buckets by the first that stands for each, and the next one that does.
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)));
  const buckets = new Uint32Array(size);
  const next = new Uint32Array(count);
  const refused = createPairMemory();
  const refusals = new Uint8Array(count);
  const wordOf = (item: number, at: number) => words[item * fingerprintWords + at] ?? 0;

  /** The first item of the bucket that the item belongs to; the item itself where the bucket is new. */
  const bucketOf = (item: number, at: number, isSame: (other: number) => boolean): number => {
    let slot = mixed(wordOf(item, at)) & (size - 1);
    for (;;) {
      const first = buckets[slot] ?? none;
      if (first === none) {
        buckets[slot] = item;
        next[item] = none;
        return item;
      }
      if (isSame(first)) return first;
      slot = (slot + 1) & (size - 1);
    }
  };

  const step = { verifications: 0 };
  const areAlike = (item: number, other: number): boolean => {
    const before = refusals[item] ?? 0;
    if (
      before >= maxRefusals ||
      estimateJaccard(words, item, other) < minEstimate ||
      refused.has(item, other)
    ) {
      return false;
    }
    step.verifications++;
    if (verify(other, item)) return true;
    refused.add(item, other);
    refusals[item] = before + 1;
    return false;
  };

  const joinInBucket = (item: number, first: number): void => {
    let last = first;
    let standIns = 0;
    for (let other = first; other !== none; other = next[other] ?? none) {
      if (sets.find(other) === sets.find(item)) return;
      if (areAlike(item, other)) return sets.join(item, other);
      last = other;
      standIns++;
    }
    if (standIns >= maxStandIns) return;
    next[last] = item;
    next[item] = none;
  };

  return {
    sets,
    startPass: () => buckets.fill(none),
    joinEqual(from) {
      const stop = Math.min(count, from + stepItems);
      for (let item = from; item < stop; item++) {
        const isSame = (other: number) =>
          wordOf(other, 0) === wordOf(item, 0) && wordOf(other, 1) === wordOf(item, 1);
        const first = bucketOf(item, 0, isSame);
        if (first === item) isFirstOfEqual[item] = 1;
        else sets.join(item, first);
      }
      return stop;
    },
    joinSimilar(from, band) {
      const stop = Math.min(count, from + stepItems);
      step.verifications = 0;
      let item = from;
      for (; item < stop && step.verifications < stepVerifications; item++) {
        if (isFirstOfEqual[item] === 0) continue;
        const value = wordOf(item, band);
        const first = bucketOf(item, band, (other) => wordOf(other, band) === value);
        if (first !== item) joinInBucket(item, first);
      }
      return item;
    },
  };
}
