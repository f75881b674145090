import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type MeasurementLevel, measurementLevels } from './measurement-level.ts';
import { patternsOf, positionsOf, type Ratings, tableOf } from './test-answers.ts';

function alphaOf(ratings: Ratings, level: MeasurementLevel): number | null {
  const table = tableOf(ratings, level);
  const patterns = patternsOf(table);
  return krippendorffAlpha(patterns, level, positionsOf(table))(patterns.items);
}

/** Alpha as it is defined: differences of all pairs, one by one. */
function alphaByDefinition(ratings: readonly (readonly (number | null)[])[], level: MeasurementLevel) {
  const units = ratings
    .map((row) => row.filter((value) => value !== null))
    .filter((values) => values.length > 1);
  const all = units.flat();
  const difference = (a: number, b: number): number => {
    if (level === 'nominal') return a === b ? 0 : 1;
    if (level === 'interval') return (a - b) ** 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = all.filter((value) => value >= low && value <= high).length;
    const ends = all.filter((value) => value === a).length + all.filter((value) => value === b).length;
    return (between - ends / 2) ** 2;
  };
  const over = (values: readonly number[]) =>
    values.reduce((sum, a) => sum + values.reduce((inner, b) => inner + difference(a, b), 0), 0);
  const observed = units.reduce((sum, values) => sum + over(values) / (values.length - 1), 0);
  const expected = over(all) / (all.length - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

describe('krippendorffAlpha', () => {
  const value = fc.option(fc.integer({ min: -3, max: 4 }), { freq: 3 });
  const ratings = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { maxLength: 15 });

  it.each(measurementLevels)('is what its definition says, %s', (level) => {
    fc.assert(
      fc.property(ratings, (given) => {
        const ours = alphaOf(given, level);
        const theirs = alphaByDefinition(given, level);
        if (theirs === null) expect(ours).toBeNull();
        else expect(ours).toBeCloseTo(theirs, 9);
      }),
    );
  });

  it('keeps its digits far from zero', () => {
    const near = [
      [1, 2],
      [2, 2],
      [5, 4],
    ];
    const far = near.map((row) => row.map((number) => number + 1e12));
    expect(alphaOf(far, 'interval')).toBeCloseTo(alphaOf(near, 'interval') ?? 0, 9);
  });
});
