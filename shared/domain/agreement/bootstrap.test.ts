import { describe, expect, it } from 'vitest';
import { drawBinomial } from './binomial.ts';
import { bootstrap } from './bootstrap.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentAgreement } from './percent-agreement.ts';
import { createRandomNumber } from './seeded-random.ts';
import { finish, patternsOf, positionsOf, tableOf } from './test-answers.ts';

/** The share of the first kind. */
const share = (items: ArrayLike<number>) => (items[0] ?? 0) / ((items[0] ?? 0) + (items[1] ?? 0));

const onlyIfMany = (items: ArrayLike<number>) => ((items[0] ?? 0) > 30 ? 1 : null);

describe('drawBinomial', () => {
  it.each([
    [5, 0.3],
    [40, 0.9],
    [1000, 0.004],
    [30, 0.5],
    [200, 0.35],
  ])('draws from the distribution of %i trials at %d', (trials, probability) => {
    const random = createRandomNumber(11);
    const draws = 100_000;
    const counts = new Float64Array(trials + 1);
    for (let i = 0; i < draws; i++) {
      const drawn = drawBinomial(trials, probability, random);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    let expected = draws * (1 - probability) ** trials;
    let chiSquare = 0;
    let cells = 0;
    for (let k = 0; k <= trials; k++) {
      if (expected >= 10) {
        chiSquare += ((counts[k] ?? 0) - expected) ** 2 / expected;
        cells++;
      }
      expected *= ((trials - k) / (k + 1)) * (probability / (1 - probability));
    }
    // Four standard deviations above the mean of a chi-square of so many cells.
    expect(cells).toBeGreaterThan(3);
    expect(chiSquare).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
  });

  it('keeps to what is possible', () => {
    const random = createRandomNumber(1);
    expect([drawBinomial(0, 0.5, random), drawBinomial(9, 0, random), drawBinomial(9, 1, random)]).toEqual([
      0, 0, 9,
    ]);
    expect(drawBinomial(1_000_000_000, 0.25, random) / 250_000_000).toBeCloseTo(1, 3);
  });
});

describe('bootstrap', () => {
  const options = { draws: 4000, seed: 3 };

  it('gives the interval that the normal approximation gives where that holds', () => {
    const [interval] = finish(bootstrap([300, 700], [share], options));
    const deviation = Math.sqrt((0.3 * 0.7) / 1000);
    expect(interval?.low).toBeCloseTo(0.3 - 1.96 * deviation, 2);
    expect(interval?.high).toBeCloseTo(0.3 + 1.96 * deviation, 2);
  });

  it('draws as many items as there are, each as often as it should', () => {
    const items = [1, 4, 0, 15];
    const totals = [0, 0, 0, 0];
    const look = (drawn: ArrayLike<number>) => {
      let sum = 0;
      for (let kind = 0; kind < drawn.length; kind++) {
        sum += drawn[kind] ?? 0;
        totals[kind] = (totals[kind] ?? 0) + (drawn[kind] ?? 0);
      }
      expect(sum).toBe(20);
      return 0;
    };
    finish(bootstrap(items, [look], options));
    expect(totals.map((total) => total / options.draws / 20)).toEqual(
      [0.05, 0.2, 0, 0.75].map((expected) => expect.closeTo(expected, 2) as number),
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const [one, again, other] = [5, 5, 6].map((seed) =>
      finish(bootstrap([30, 70], [share], { draws: 200, seed })),
    );
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('leaves out draws without a value, and has no interval where there is none', () => {
    expect(finish(bootstrap([30, 70], [onlyIfMany, () => null], options))).toEqual([
      { low: 1, high: 1 },
      null,
    ]);
    expect(finish(bootstrap([], [share], { draws: 0, seed: 1 }))).toEqual([null]);
  });

  it('takes 10,000 items that are all different 1,000 times in a few seconds', { timeout: 30_000 }, () => {
    const random = createRandomNumber(2);
    const table = tableOf(
      Array.from({ length: 10_000 }, () => Array.from({ length: 3 }, () => Math.floor(random() * 1000))),
      'interval',
    );
    const patterns = patternsOf(table);
    expect(patterns.items.length).toBeGreaterThan(9_900);
    const measures = [
      percentAgreement(patterns),
      fleissKappa(patterns),
      krippendorffAlpha(patterns, 'ordinal', positionsOf(table)),
    ];
    const startedAt = performance.now();
    const intervals = finish(bootstrap(patterns.items, measures, { draws: 1000, seed: 1 }));
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    for (const interval of intervals) expect(interval?.low).toBeLessThan(interval?.high ?? 0);
  });
});
