/**
 * A 53-bit hash of a text, the same on every machine and in every version: splits depend on it. Two 32-bit lanes of
 * MurmurHash3's mixing over UTF-16 units (Appleby, public domain). Not for secrets.
 */
export function hashText(text: string, seed = 0): number {
  let low = firstLow(seed);
  let high = firstHigh(seed);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = mixLow(low, unit);
    high = mixHigh(high, unit);
  }
  return joined(low, high, text.length);
}

/** `hashText` of some texts one after the other, which does not put them together. */
export function hashTexts(texts: readonly string[], seed = 0): number {
  let low = firstLow(seed);
  let high = firstHigh(seed);
  let length = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      low = mixLow(low, unit);
      high = mixHigh(high, unit);
    }
    length += text.length;
  }
  return joined(low, high, length);
}

/** The same over the first `length` of some 32-bit words. */
export function hashWords(words: Int32Array, length: number, seed = 0): number {
  let low = firstLow(seed);
  let high = firstHigh(seed);
  for (let at = 0; at < length; at += 1) {
    const word = words[at] ?? 0;
    low = mixLow(low, word);
    high = mixHigh(high, word);
  }
  return joined(low, high, length);
}

function firstLow(seed: number): number {
  return Math.imul(seed, 0x9e3779b1) ^ 0xdeadbeef;
}

function firstHigh(seed: number): number {
  return Math.imul(seed + 1, 0x85ebca77) ^ 0x41c6ce57;
}

// `| 0` changes no result, but keeps the lanes 32-bit integers, which is several times as fast.
function mixLow(lane: number, value: number): number {
  return (Math.imul(rotate(lane ^ Math.imul(value, 0xcc9e2d51), 13), 5) + 0xe6546b64) | 0;
}

function mixHigh(lane: number, value: number): number {
  return (Math.imul(rotate(lane ^ Math.imul(value, 0x1b873593), 15), 5) + 0x38b34ae5) | 0;
}

function joined(low: number, high: number, length: number): number {
  const last = finish(low ^ length);
  return (finish(high ^ last) & 0x1fffff) * 2 ** 32 + (last >>> 0);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
