import { mixed } from './shingles.ts';

/** Remembers pairs of numbers below 2^26 in 8 MB: the last ones, for two may want the same place. */
export interface PairMemory {
  has(a: number, b: number): boolean;
  add(a: number, b: number): void;
}

export function createPairMemory(): PairMemory {
  const pairs = new Float64Array(2 ** 20).fill(-1);
  return {
    has: (a, b) => pairs[slotOf(a, b)] === keyOf(a, b),
    add(a, b) {
      pairs[slotOf(a, b)] = keyOf(a, b);
    },
  };
}

function slotOf(a: number, b: number): number {
  return mixed(Math.imul(a, 0x9e3779b1) ^ b) & (2 ** 20 - 1);
}

function keyOf(a: number, b: number): number {
  return a * 2 ** 26 + b;
}
