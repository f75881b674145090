import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from './mann-kendall.ts';
import { normalTail } from './normal-tail.ts';

/** Values 1 to n with this S: as many falling pairs as are needed, made by moving the greatest values forward. */
function orderWithS(n: number, s: number): number[] {
  let falling = ((n * (n - 1)) / 2 - s) / 2;
  const order: number[] = [];
  for (let value = 1; value <= n; value++) {
    const place = Math.min(falling, order.length);
    order.splice(order.length - place, 0, value);
    falling -= place;
  }
  return order;
}

function ordersOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, place) =>
    ordersOf(values.toSpliced(place, 1)).map((rest) => rest.concat(value)),
  );
}

describe('mannKendall', () => {
  /** Kendall (1975), as reprinted by R. O. Gilbert (1987), "Statistical Methods for Environmental Pollution Monitoring", table A18: one-sided. */
  it.each([
    [4, 4, 0.167],
    [4, 6, 0.042],
    [5, 6, 0.117],
    [5, 10, 0.0083],
    [8, 2, 0.452],
    [8, 10, 0.138],
    [8, 14, 0.054],
    [8, 16, 0.031],
    [8, 20, 0.0071],
    [8, 28, 0.000025],
    [9, 18, 0.038],
    [10, 21, 0.036],
  ])('of %i values with S %i is as published', (n, s, oneSided) => {
    const trend = mannKendall(orderWithS(n, s));
    expect(trend?.s).toBe(s);
    expect((trend?.p ?? 0) / 2).toBeCloseTo(oneSided, oneSided < 0.001 ? 6 : oneSided < 0.01 ? 4 : 3);
  });

  it('corrects the variance for ties: it is that over all orders of the values', () => {
    const values = [1, 1, 1, 2, 2, 3, 4];
    const sums = ordersOf(values).map((order) => mannKendall(order)?.s ?? 0);
    const variance = sums.reduce((sum, s) => sum + s * s, 0) / sums.length;
    const trend = mannKendall(values);
    expect(trend?.s).toBe(17);
    expect(trend?.p).toBeCloseTo(normalTail(16 / Math.sqrt(variance)), 9);
  });

  it('sees nothing in equal values, and needs four', () => {
    expect(mannKendall([2, 2, 2, 2])).toEqual({ s: 0, tau: 0, p: 1 });
    expect(mannKendall([1, 2, 3])).toBeNull();
  });

  it('is the same backwards, with the other sign', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 4, maxLength: 12 }), (values) => {
        const [one, back] = [mannKendall(values), mannKendall(values.toReversed())];
        expect(one?.p).toBe(back?.p);
        expect((one?.s ?? 0) + (back?.s ?? 0)).toBe(0);
        expect(one?.p).toBeGreaterThan(0);
        expect(one?.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
