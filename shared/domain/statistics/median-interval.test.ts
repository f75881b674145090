import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMedians } from './median-difference.ts';
import { lowRank, medianInterval } from './median-interval.ts';

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe('the interval of a median', () => {
  // M. J. Campbell and M. J. Gardner (1988), BMJ 296, 1454-1456, table of ranks for 95 % intervals of medians.
  it.each([
    [6, 1],
    [10, 2],
    [20, 6],
    [30, 10],
    [50, 18],
    [100, 40],
  ])('of %i values begins at rank %i', (n, rank) => {
    expect(lowRank(n)).toBe(rank);
    const values = Array.from({ length: n }, (_, index) => index + 1);
    expect(medianInterval(countsOf(values))).toEqual({
      median: (n + 1) / 2,
      low: rank,
      high: n + 1 - rank,
    });
  });

  it('of few values is all of them, and of none is none', () => {
    expect(medianInterval(countsOf([3, 1, 2]))).toEqual({ median: 2, low: 1, high: 3 });
    expect(medianInterval(new Map())).toBeNull();
  });

  it('goes on by the normal distribution where it stops to be counted', () => {
    expect(lowRank(2001) - lowRank(2000)).toBeGreaterThanOrEqual(0);
    expect(lowRank(2001) - lowRank(1999)).toBeLessThanOrEqual(2);
  });

  it('holds the median of sorted values, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = values.toSorted((one, other) => one - other);
        const [half, odd] = [Math.floor(sorted.length / 2), sorted.length % 2];
        const median = odd === 1 ? sorted[half] : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
        const interval = medianInterval(countsOf(values));
        expect(interval?.median).toBe(median);
        expect(interval?.low).toBeLessThanOrEqual(median ?? NaN);
        expect(interval?.high).toBeGreaterThanOrEqual(median ?? NaN);
      }),
    );
  });
});

describe('the difference of two medians', () => {
  it('has an interval that holds the true one in about 95 of 100 drawings of skewed values', () => {
    const draw = createDraw(7);
    const values = (scale: number) =>
      countsOf(Array.from({ length: 80 }, () => -Math.log(1 - draw()) * scale));
    let held = 0;
    const drawings = 1000;
    const truth = Math.LN2;
    for (let drawing = 0; drawing < drawings; drawing++) {
      const compared = compareMedians(values(2), values(1));
      if (compared !== null && compared.low <= truth && truth <= compared.high) held++;
    }
    expect(held / drawings).toBeGreaterThan(0.93);
    expect(held / drawings).toBeLessThan(0.98);
  });

  it('is none between equal values, and unknown of a few', () => {
    const same = countsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(compareMedians(same, same)).toMatchObject({ difference: 0, p: 1 });
    expect(compareMedians(same, countsOf([1, 2]))).toBeNull();
  });
});

/** Numbers from 0 to 1 that are the same each time. */
function createDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
