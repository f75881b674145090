import { describe, expect, it } from 'vitest';
import { compareShares } from './compare-shares.ts';
import { normalTail } from './normal-tail.ts';

describe('the interval of a difference of shares', () => {
  /** R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10. */
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i in %i and %i in %i is as published', (count, total, otherCount, otherTotal, low, high) => {
    const found = compareShares({ count, total, otherCount, otherTotal });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });
});

describe('the test of a difference of shares', () => {
  it('is of z where enough is expected in every cell', () => {
    // Myocardial infarction without and with aspirin, as in A. Agresti (2002), "Categorical Data Analysis", 2nd edition,
    // section 2.2: Pearson's chi-squared is 25.01 with one degree of freedom.
    const found = compareShares({ count: 189, total: 11_034, otherCount: 104, otherTotal: 11_037 });
    expect(found?.test).toBe('z');
    expect((found?.p ?? 0) / normalTail(Math.sqrt(25.01))).toBeCloseTo(1, 1);
  });

  it('is Fisher’s where few are', () => {
    const few = compareShares({ count: 83, total: 86, otherCount: 90, otherTotal: 93 });
    expect(few).toMatchObject({ test: 'fisher' });
    expect(few?.p).toBeCloseTo(1, 6);
    expect(compareShares({ count: 10, total: 13, otherCount: 2, otherTotal: 1700 })?.test).toBe('fisher');
  });

  it('has nothing to say of empty groups', () => {
    expect(compareShares({ count: 0, total: 0, otherCount: 3, otherTotal: 10 })).toBeNull();
    expect(compareShares({ count: 3, total: 10, otherCount: 0, otherTotal: 0 })).toBeNull();
  });
});
