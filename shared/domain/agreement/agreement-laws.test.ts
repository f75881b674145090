import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from './answer-patterns.ts';
import { cohenKappa, type KappaWeights } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type MeasurementLevel, measurementLevels } from './measurement-level.ts';
import { percentAgreement } from './percent-agreement.ts';
import { createRandomNumber } from './seeded-random.ts';
import { pairsOf, patternsOf, positionsOf, type Ratings, tableOf } from './test-answers.ts';

const answers = [0, 1, 2, 3, 7];
const rating = fc.option(fc.constantFrom(...answers), { freq: 4 });
const ratings = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) => fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { maxLength: 25 }));
const weights: readonly KappaWeights[] = ['none', 'linear', 'quadratic'];

/** Every measure of agreement by its name; those of pairs are in the order of the raters. */
function measureAll(given: Ratings): Record<string, number | null> {
  const table = tableOf(given, 'interval');
  const positions = positionsOf(table);
  const patterns = patternsOf(table);
  const over = (measure: Measure) => measure(patterns.items);
  const alpha = (level: MeasurementLevel) => over(krippendorffAlpha(patterns, level, positions));
  const kappas = pairsOf(table).flatMap((pair) =>
    weights.map((weight): [string, number | null] => [
      `${weight} ${pair.raters.join('-')}`,
      cohenKappa(pair, weight, positions)(pair.items),
    ]),
  );
  return {
    percent: over(percentAgreement(patterns)),
    fleiss: over(fleissKappa(patterns)),
    ...Object.fromEntries(measurementLevels.map((level) => [level, alpha(level)])),
    ...Object.fromEntries(kappas),
  };
}

/** Sums in another order differ in their last digits. */
function expectSame(one: Record<string, number | null>, other: Record<string, number | null>): void {
  expect(Object.keys(one).toSorted()).toEqual(Object.keys(other).toSorted());
  for (const [name, value] of Object.entries(one)) {
    if (value === null) expect(other[name], name).toBeNull();
    else expect(other[name], name).toBeCloseTo(value, 9);
  }
}

describe('measures of agreement', () => {
  it('stay within their bounds, and are never no number', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        for (const [name, value] of Object.entries(measureAll(given))) {
          if (value === null) continue;
          expect(Number.isFinite(value), name).toBe(true);
          expect(value, name).toBeLessThanOrEqual(1);
          if (name === 'percent') expect(value).toBeGreaterThanOrEqual(0);
          if (/^(fleiss|none|linear|quadratic)/.test(name)) expect(value).toBeGreaterThanOrEqual(-1 - 1e-9);
        }
      }),
    );
  });

  it('are 1 exactly where all agree on more than one answer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...answers), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 2, max: 4 }),
        (given, raters) => {
          const all = measureAll(given.map((answer) => Array.from({ length: raters }, () => answer)));
          const expected = new Set(given).size > 1 ? 1 : null;
          for (const [name, value] of Object.entries(all))
            expect(value, name).toBe(name === 'percent' ? 1 : expected);
        },
      ),
    );
  });

  it('are below 1 where anybody disagrees', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const isUnanimous = given.every((row) => new Set(row.filter((one) => one !== null)).size < 2);
        const { percent = null, nominal = null } = measureAll(given);
        for (const value of [percent, nominal]) if (value !== null) expect(value === 1).toBe(isUnanimous);
      }),
    );
  });

  it('do not depend on who is who', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const one = measureAll(given);
        const other = measureAll(given.map((row) => row.toReversed()));
        const raters = given[0]?.length ?? 0;
        const renamed = Object.entries(one).map(([name, value]): [string, number | null] => [
          name.replace(/(\d)-(\d)/, (_, a, b) => `${raters - 1 - Number(b)}-${raters - 1 - Number(a)}`),
          value,
        ]);
        expectSame(Object.fromEntries(renamed), other);
      }),
    );
  });

  it('do not depend on the order of the items', () => {
    fc.assert(fc.property(ratings, (given) => expectSame(measureAll(given), measureAll(given.toReversed()))));
  });

  it('do not depend on what nominal answers are called, nor on unit and zero of intervals', () => {
    const rename = new Map(answers.map((answer, index) => [answer, (index * 3 + 2) % 5]));
    fc.assert(
      fc.property(ratings, (given) => {
        const change = (by: (answer: number) => number) =>
          measureAll(given.map((row) => row.map((answer) => (answer === null ? null : by(answer)))));
        const { percent, fleiss, nominal, ...rest } = measureAll(given);
        const renamed = change((answer) => rename.get(answer) ?? answer);
        expectSame(
          { percent: percent ?? null, fleiss: fleiss ?? null, nominal: nominal ?? null },
          {
            percent: renamed['percent'] ?? null,
            fleiss: renamed['fleiss'] ?? null,
            nominal: renamed['nominal'] ?? null,
          },
        );
        const scaled = change((answer) => 1000 - 4 * answer);
        for (const [name, value] of Object.entries(rest))
          expectSame({ [name]: value }, { [name]: scaled[name] ?? null });
      }),
    );
  });

  it('ordinal alpha depends on the order of the answers only', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const stretched = given.map((row) => row.map((answer) => (answer === null ? null : answer ** 3)));
        expectSame(
          { ordinal: measureAll(given)['ordinal'] ?? null },
          { ordinal: measureAll(stretched)['ordinal'] ?? null },
        );
      }),
    );
  });

  it('are about 0 for raters who answer by chance', () => {
    const random = createRandomNumber(7);
    const shares = [0.5, 0.8, 1];
    const pick = () => shares.findIndex((share) => random() < share);
    const { percent, ...others } = measureAll(
      Array.from({ length: 20_000 }, () => Array.from({ length: 3 }, pick)),
    );
    expect(percent).toBeCloseTo(0.5 ** 2 + 0.3 ** 2 + 0.2 ** 2, 1);
    expect(Object.keys(others)).toHaveLength(1 + 3 + 9);
    for (const [name, value] of Object.entries(others)) expect(Math.abs(value ?? 1), name).toBeLessThan(0.03);
  });
});
