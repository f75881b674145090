import { mixed } from './shingles.ts';

/**
 * A fingerprint of a set of shingles by which similar sets are found without comparing all with all: 32 bits over the
 * whole set twice, equal where the sets are, and 64 one-byte min-hashes (Li and König, b-bit minwise hashing, 2010), of
 * which two sets share about as large a part as they share shingles. Part of the project file; a change of how it is
 * made needs a new `fingerprintVersion`.
 */
export const fingerprintVersion = 1;

export const fingerprintWords = 18;
/** Where the min-hashes begin: four to a word, and each word is one band. */
export const firstBand = 2;

const minHashes = 64;

/** Null for a set without shingles: there is nothing in it that could be alike. */
export function fingerprintOf(shingles: Uint32Array): Uint32Array | null {
  if (shingles.length === 0) return null;
  const words = new Uint32Array(fingerprintWords);
  words[0] = hashOfAll(shingles, 1);
  words[1] = hashOfAll(shingles, 2);
  for (let index = 0; index < minHashes; index++) {
    const byte = mixed(smallest(shingles, multipliers[index] ?? 1)) & 0xff;
    const at = firstBand + (index >>> 2);
    words[at] = ((words[at] ?? 0) | (byte << ((index & 3) * 8))) >>> 0;
  }
  return words;
}

/** About how much the sets behind two fingerprints share, 0 to 1, from what their min-hashes have in common. */
export function estimateJaccard(words: Uint32Array, a: number, b: number): number {
  let equal = 0;
  const from = a * fingerprintWords;
  const to = b * fingerprintWords;
  for (let at = firstBand; at < fingerprintWords; at++) {
    const difference = (words[from + at] ?? 0) ^ (words[to + at] ?? 0);
    if ((difference & 0xff) === 0) equal++;
    if ((difference & 0xff00) === 0) equal++;
    if ((difference & 0xff0000) === 0) equal++;
    if ((difference & 0xff000000) === 0) equal++;
  }
  // One byte in 256 is equal by chance.
  return Math.max(0, (equal / minHashes - 1 / 256) / (1 - 1 / 256));
}

/** The smallest of the shingles after one of the 64 ways to shuffle all 32-bit numbers. */
function smallest(shingles: Uint32Array, multiplier: number): number {
  let least = 0xffffffff;
  for (let at = 0; at < shingles.length; at++) {
    const hash = Math.imul((shingles[at] ?? 0) ^ multiplier, multiplier) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}

const multipliers = Uint32Array.from({ length: minHashes }, (_, index) => mixed(index + 1) | 1);

function hashOfAll(shingles: Uint32Array, seed: number): number {
  let hash = seed;
  for (let at = 0; at < shingles.length; at++) hash = mixed(hash ^ (shingles[at] ?? 0)) + seed;
  return mixed(hash ^ shingles.length);
}
