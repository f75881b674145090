import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from './nice-scale.ts';

describe('an axis', () => {
  it('begins with zero, unless all is far from it', () => {
    expect(niceScale([0.1, 0.32]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(niceScale([0.62, 0.71]).low).toBeGreaterThan(0.5);
    expect(niceScale([]).ticks).toEqual([0, 1]);
    expect(niceScale([0]).ticks).toEqual([0, 1]);
  });

  it('holds every value between at most ten round ones', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { low, high, ticks } = niceScale(values);
        const slack = 1e-9 * Math.max(...values.map(Math.abs));
        expect(low).toBeLessThanOrEqual(Math.min(...values) + slack);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(11);
      }),
    );
  });
});
