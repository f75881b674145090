import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRows } from './assign-rows.ts';
import { matchClusters } from './match-clusters.ts';

describe('assignRows', () => {
  it('costs as little as the best of all orders', () => {
    const square = fc
      .integer({ min: 1, max: 6 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.integer({ min: -20, max: 20 }), { minLength: size * size, maxLength: size * size }),
        ),
      );
    fc.assert(
      fc.property(square, ([size, costs]) => {
        const columns = assignRows(Float64Array.from(costs), size);
        expect(new Set(columns)).toEqual(new Set(Array.from({ length: size }, (_, index) => index)));
        expect(costOf(costs, size, [...columns])).toBe(leastCost(costs, size));
      }),
    );
  });
});

function costOf(costs: readonly number[], size: number, columns: readonly number[]): number {
  return columns.reduce((sum, column, row) => sum + (costs[row * size + column] ?? 0), 0);
}

function leastCost(costs: readonly number[], size: number, row = 0, taken = 0): number {
  if (row === size) return 0;
  let least = Infinity;
  for (let column = 0; column < size; column++) {
    if ((taken & (1 << column)) !== 0) continue;
    const cost = (costs[row * size + column] ?? 0) + leastCost(costs, size, row + 1, taken | (1 << column));
    least = Math.min(least, cost);
  }
  return least;
}

describe('matchClusters', () => {
  it('keeps most changes where they were, even if one cluster could have had more', () => {
    const overlap = [
      { before: 7, after: 0, count: 60 },
      { before: 7, after: 1, count: 50 },
      { before: 8, after: 0, count: 55 },
    ];
    expect(matchClusters(overlap)).toEqual([
      { before: 7, after: 1, shared: 50 },
      { before: 8, after: 0, shared: 55 },
    ]);
  });

  it('leaves clusters alone that share nothing, and adds up what comes in parts', () => {
    const overlap = [
      { before: 1, after: 1, count: 2 },
      { before: 1, after: 1, count: 3 },
      { before: 1, after: 2, count: 4 },
      { before: 2, after: 3, count: 0 },
    ];
    expect(matchClusters(overlap)).toEqual([{ before: 1, after: 1, shared: 5 }]);
    expect(matchClusters([])).toEqual([]);
  });
});
