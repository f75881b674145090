import { describe, expect, it } from 'vitest';
import { estimateJaccard, fingerprintOf, fingerprintWords } from './fingerprint.ts';

/** Numbers that look random and are the same in every run. */
function numbers(count: number, from: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.imul(index + from, 0x9e3779b1) >>> 0);
}

function printOf(values: readonly number[]): Uint32Array {
  const print = fingerprintOf(Uint32Array.from(values).toSorted());
  if (print === null) throw new Error('no fingerprint');
  return print;
}

describe('fingerprintOf', () => {
  it('is part of the project file and must not change without its version', () => {
    expect(Buffer.from(printOf([1, 2, 3]).buffer).toString('hex')).toBe(
      '8bb9fb4b07ed68cae0cf703ade74dd35b16652eba491fa8a2a75c849203ce70febc5eec90012f00dcc0d1e832dd70d787fb93588ee248417168259873fe4c72d17dc10c461a7cf70',
    );
  });

  it('has none for nothing', () => {
    expect(fingerprintOf(new Uint32Array(0))).toBeNull();
  });
});

describe('estimateJaccard', () => {
  it.each([1, 0.9, 0.8, 0.5, 0.2, 0])('is near %d', (share) => {
    // |both| / |either| = share, for sets of 1000 numbers.
    const both = Math.round((2000 * share) / (1 + share));
    let sum = 0;
    const rounds = 40;
    for (let round = 0; round < rounds; round++) {
      const words = new Uint32Array(2 * fingerprintWords);
      words.set(printOf(numbers(1000, round * 10_000)));
      words.set(printOf(numbers(1000, round * 10_000 + 1000 - both)), fingerprintWords);
      sum += estimateJaccard(words, 0, 1);
    }
    expect(Math.abs(sum / rounds - share)).toBeLessThan(0.03);
  });
});
