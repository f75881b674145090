import { describe, expect, it } from 'vitest';
import { createRandomNumber } from '../agreement/seeded-random.ts';
import { type Stratum, stratifiedShare } from './stratified-share.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Members, valid returns and share of women of seven learned societies' disciplines: S. L. Lohr, Sampling, example 3.7. */
const societies: readonly Stratum[] = [
  [9100, 636, 0.38],
  [1950, 451, 0.27],
  [5500, 481, 0.18],
  [10850, 611, 0.19],
  [2100, 493, 0.36],
  [5500, 575, 0.13],
  [9000, 588, 0.26],
].map(([size = 0, reviewed = 0, share = 0]) => ({ size, reviewed, found: share * reviewed }));

/** Clusters of failures, edits in none, and what nobody touched: how many there are, and how many have the mode. */
const kinds = [
  { size: 800, having: 480 },
  { size: 1200, having: 120 },
  { size: 2000, having: 100 },
  { size: 6000, having: 60 },
];
const truth = 760 / 10_000;

/** So many of a kind without putting any back: how many of them have the mode. */
function drawFound({ size, having }: { size: number; having: number }, drawn: number, random: () => number) {
  let found = 0;
  for (let taken = 0; taken < drawn; taken++) if (random() < (having - found) / (size - taken)) found++;
  return found;
}

describe('stratifiedShare', () => {
  it('gives the published share and standard error', () => {
    const { share, standardError, coveredShare } = stratifiedShare(societies);
    expect(share).toBeCloseTo(0.2465, 4);
    expect(standardError).toBeCloseTo(0.0071, 4);
    expect(coveredShare).toBe(1);
  });

  it.each([
    ['who looks at one cluster first', [150, 20, 20, 30]],
    ['who looks at edits only a little at the rest', [100, 100, 100, 60]],
    ['whose sample is small', [40, 8, 8, 12]],
  ])('holds the truth in 93 of 100 runs of a reviewer %s', (_, plan) => {
    const random = createRandomNumber(17);
    const runs = 500;
    let held = 0;
    let naiveHeld = 0;
    let shares = 0;
    for (let run = 0; run < runs; run++) {
      const strata = kinds.map((kind, index) => {
        const reviewed = plan[index] ?? 0;
        return { size: kind.size, reviewed, found: drawFound(kind, reviewed, random) };
      });
      const { share, low, high } = stratifiedShare(strata);
      const found = strata.reduce((total, stratum) => total + stratum.found, 0);
      const naive = wilsonInterval(
        found,
        plan.reduce((total, reviewed) => total + reviewed, 0),
      );
      shares += share ?? 0;
      if (low <= truth && truth <= high) held++;
      if (naive !== null && naive.low <= truth && truth <= naive.high) naiveHeld++;
    }
    expect(held / runs).toBeGreaterThanOrEqual(0.93);
    expect(naiveHeld / runs).toBeLessThan(0.05);
    expect(Math.abs(shares / runs - truth)).toBeLessThan(0.005);
  });

  it('is a Wilson interval where there is one stratum', () => {
    const { share, low, high, effectiveSample } = stratifiedShare([{ size: 1e9, reviewed: 40, found: 3 }]);
    const wilson = wilsonInterval(3, 40);
    expect(share).toBeCloseTo(0.075, 10);
    expect(low).toBeCloseTo(wilson?.low ?? 0, 6);
    expect(high).toBeCloseTo(wilson?.high ?? 0, 6);
    expect(effectiveSample).toBeCloseTo(40, 4);
  });

  it('is certain of what was reviewed throughout, and of nothing that nobody looked at', () => {
    const whole = { size: 50, reviewed: 50, found: 10 };
    expect(stratifiedShare([whole])).toMatchObject({ share: 0.2, low: 0.2, high: 0.2, standardError: 0 });
    const half = stratifiedShare([whole, { size: 50, reviewed: 0, found: 0 }]);
    expect(half).toMatchObject({ share: 0.2, low: 0.1, high: 0.6, coveredShare: 0.5 });
    expect(stratifiedShare([{ size: 9, reviewed: 0, found: 0 }])).toMatchObject({
      share: null,
      low: 0,
      high: 1,
    });
    expect(stratifiedShare([])).toMatchObject({ share: null, low: 0, high: 1, coveredShare: 0 });
  });

  it('puts strata of which one was reviewed together with their neighbour', () => {
    const alone = { size: 10, reviewed: 1, found: 1 };
    const other = { size: 30, reviewed: 4, found: 0 };
    const joined = stratifiedShare([{ size: 40, reviewed: 5, found: 1 }]);
    expect(stratifiedShare([alone, other])).toEqual(joined);
    expect(stratifiedShare([other, alone])).toEqual(joined);
    expect(stratifiedShare([alone]).standardError).toBe(0);
  });

  it('stays between none and all, with the share in it', () => {
    const random = createRandomNumber(3);
    const upTo = (most: number) => Math.floor(random() * (most + 1));
    for (let run = 0; run < 500; run++) {
      const strata = Array.from({ length: 1 + upTo(6) }, () => {
        const reviewed = upTo(4);
        return { size: reviewed + upTo(20), reviewed, found: upTo(reviewed) };
      });
      const { share, low, high } = stratifiedShare(strata);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
      expect(share ?? low).toBeGreaterThanOrEqual(low - 1e-12);
      expect(share ?? high).toBeLessThanOrEqual(high + 1e-12);
    }
  });
});
