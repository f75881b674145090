import { unitClass, unitClasses } from './unit-class.ts';

/**
 * The pairs of neighbouring words of some texts, as 32-bit hashes, ascending and each once; of one word alone, that
 * word. Case, white space and punctuation do not count, and every number is like every other.
 */
export function shinglesOf(texts: readonly string[]): Uint32Array {
  const words = wordHashes(texts);
  if (words.length < 2) return Uint32Array.from(words);
  const pairs = new Uint32Array(words.length - 1);
  for (let at = 0; at < pairs.length; at++) {
    pairs[at] = mixed(Math.imul(words[at] ?? 0, 0x9e3779b1) + (words[at + 1] ?? 0));
  }
  return withoutRepeats(pairs.toSorted());
}

/** How much two sets of shingles share: the size of what is in both by the size of what is in either, 0 to 1. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length;) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  const either = a.length + b.length - shared;
  return either === 0 ? 0 : shared / either;
}

/** In 32 bits, well mixed: MurmurHash3's finish (Appleby, public domain). */
export function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The words of some texts in order, as 32-bit hashes: in lower case, every number like every other. */
export function wordHashes(texts: readonly string[]): number[] {
  const hashes: number[] = [];
  for (const text of texts) addWordHashes(text.normalize('NFC').toLowerCase(), hashes);
  return hashes;
}

/** FNV-1a over the units of each word, with one unit for all digits that follow each other. */
function addWordHashes(text: string, hashes: number[]): void {
  let hash = noWord;
  let previous: number = unitClasses.separator;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unitClass(unit);
    const startsWord = kind === unitClasses.separator || kind === unitClasses.loneLetter;
    if ((startsWord || previous === unitClasses.loneLetter) && hash !== noWord) {
      hashes.push(mixed(hash));
      hash = noWord;
    }
    if (kind === unitClasses.digit) {
      if (previous !== unitClasses.digit) hash = Math.imul(hash ^ anyNumber, 0x01000193);
    } else if (kind !== unitClasses.separator) hash = Math.imul(hash ^ unit, 0x01000193);
    previous = kind;
  }
  if (hash !== noWord) hashes.push(mixed(hash));
}

const noWord = 0x811c9dc5 | 0;
const anyNumber = 0x30;

function withoutRepeats(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (count === 0 || sorted[count - 1] !== value) sorted[count++] = value;
  }
  return sorted.subarray(0, count);
}
