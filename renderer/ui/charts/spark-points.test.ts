import { describe, expect, test } from 'vitest';
import { sparkPoints } from './spark-points.ts';

describe('the points of a sparkline', () => {
  test('go from left to right, with zero at the foot and the most at the top', () => {
    const { line, last } = sparkPoints([0, 2, 1], 76, 22);
    expect(line).toEqual([
      { x: 3, y: 19 },
      { x: 38, y: 3 },
      { x: 73, y: 11 },
    ]);
    expect(last).toEqual({ x: 73, y: 11 });
  });

  test('leave out what is not known, and keep its place', () => {
    expect(sparkPoints([1, null, 1], 76, 22).line.map(({ x }) => x)).toEqual([3, 73]);
  });

  test('are at the foot where there is nothing, and none of no values', () => {
    expect(sparkPoints([0, 0], 76, 22).line.map(({ y }) => y)).toEqual([19, 19]);
    expect(sparkPoints([], 76, 22)).toEqual({ line: [], last: null });
  });

  test('of a single value lie at the right end', () => {
    expect(sparkPoints([5], 76, 22).last).toEqual({ x: 73, y: 3 });
  });
});
