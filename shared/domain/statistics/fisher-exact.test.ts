import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact } from './fisher-exact.ts';
import { logFactorial } from './log-factorial.ts';

describe('fisherExact', () => {
  it.each([
    // Fisher (1935), the tea: 34/70.
    [3, 4, 1, 4, 34 / 70],
    // Fisher (1935), convictions of twins of criminals; the value is that of R's fisher.test.
    [10, 13, 2, 17, 0.0005367],
    [0, 20, 0, 30, 1],
    [0, 0, 3, 30, 1],
  ])('of %i in %i and %i in %i is as published', (count, total, otherCount, otherTotal, p) => {
    expect(fisherExact({ count, total, otherCount, otherTotal })).toBeCloseTo(p, 7);
  });

  it('is the same for groups and for what was not seen, and never 0', () => {
    const group = fc.nat(60).chain((total) => fc.record({ count: fc.nat(total), total: fc.constant(total) }));
    fc.assert(
      fc.property(group, group, (one, other) => {
        const p = fisherExact({ ...one, otherCount: other.count, otherTotal: other.total });
        const swapped = fisherExact({ ...other, otherCount: one.count, otherTotal: one.total });
        const rest = fisherExact({
          count: one.total - one.count,
          total: one.total,
          otherCount: other.total - other.count,
          otherTotal: other.total,
        });
        expect(p).toBeCloseTo(swapped, 9);
        expect(p).toBeCloseTo(rest, 9);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('logFactorial', () => {
  it('is that of the product', () => {
    let sum = 0;
    for (let n = 1; n <= 2000; n++) {
      sum += Math.log(n);
      expect(Math.abs(logFactorial(n) - sum)).toBeLessThan(1e-11 * Math.max(1, sum));
    }
  });
});
