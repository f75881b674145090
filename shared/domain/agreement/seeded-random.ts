/** A number in [0, 1). */
export type RandomNumber = () => number;

/**
 * A sequence that the seed decides, the same on every machine: xoshiro128** (D. Blackman and S. Vigna 2021, "Scrambled
 * linear pseudorandom number generators", ACM Transactions on Mathematical Software 47), its state filled by
 * splitmix32. Its period is long enough for billions of draws.
 */
export function createRandomNumber(seed: number): RandomNumber {
  let mixing = seed >>> 0;
  const fill = (): number => {
    mixing = (mixing + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(mixing ^ (mixing >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 2 ** 32;
  };
}

function rotate(number: number, bits: number): number {
  return (number << bits) | (number >>> (32 - bits));
}
