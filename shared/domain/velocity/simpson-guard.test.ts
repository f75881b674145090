import { describe, expect, it } from 'vitest';
import { commonDifference } from '../statistics/mantel-haenszel.ts';
import { type MixStratum, simpsonGuard } from './simpson-guard.ts';

function stratum(value: string, yes: number, n: number, lastYes: number, lastN: number): MixStratum {
  return { value, first: { yes, n }, last: { yes: lastYes, n: lastN } };
}

/**
 * Admissions to the six largest departments of Berkeley, 1973, men and women: P. J. Bickel, E. A. Hammel and J. W. O'Connell
 * (1975), "Sex bias in graduate admissions: data from Berkeley", Science 187, 398-404; the counts as R's UCBAdmissions has them.
 */
const berkeley = [
  stratum('A', 512, 825, 89, 108),
  stratum('B', 353, 560, 17, 25),
  stratum('C', 120, 325, 202, 593),
  stratum('D', 138, 417, 131, 375),
  stratum('E', 53, 191, 94, 393),
  stratum('F', 22, 373, 24, 341),
];

/**
 * Successful removals of kidney stones, open surgery and through the skin: C. R. Charig, D. R. Webb, S. R. Payne and J. E. A.
 * Wickham (1986), "Comparison of treatment of renal calculi ...", BMJ 292, 879-882.
 */
const stones = [stratum('small', 81, 87, 234, 270), stratum('large', 192, 263, 55, 80)];

describe('Simpson’s paradox', () => {
  it('is seen in the admissions of Berkeley: 45 % of men and 30 % of women, and within departments more women', () => {
    const found = simpsonGuard(berkeley);
    expect(found?.kind).toBe('reversed');
    // 557 of 1835 women less 1198 of 2691 men.
    expect(found?.crude).toBeCloseTo(557 / 1835 - 1198 / 2691, 12);
    // Directly standardised to all applicants of each department.
    expect(found?.adjusted).toBeCloseTo(0.0426, 4);
    expect(found?.values[0]).toMatchObject({ value: 'A', firstMix: 825 / 2691, lastMix: 108 / 1835 });
  });

  it('is seen in kidney stones: 78 % against 83 %, and the other way round for small and for large ones', () => {
    const found = simpsonGuard(stones);
    expect(found?.kind).toBe('reversed');
    expect(found?.crude).toBeCloseTo(289 / 350 - 273 / 350, 12);
    expect(found?.adjusted).toBeCloseTo(-0.0537, 4);
    expect(commonDifference(stones.map(sides))?.difference).toBeLessThan(0);
  });

  it('explains a change that is the mix alone', () => {
    const found = simpsonGuard([stratum('new', 30, 100, 120, 400), stratum('old', 320, 400, 80, 100)]);
    expect(found).toMatchObject({ kind: 'explained', adjusted: 0 });
    expect(found?.crude).toBeCloseTo(-0.3, 12);
  });

  it('shows what a change of the mix hides', () => {
    const hidden = simpsonGuard([stratum('new', 100, 200, 240, 400), stratum('old', 320, 400, 175, 200)]);
    expect(hidden).toMatchObject({ kind: 'hidden' });
    expect(hidden?.adjusted).toBeGreaterThan(0.07);
    expect(Math.abs(hidden?.crude ?? 1)).toBeLessThan(0.02);
  });

  it.each([
    ['the mix stays', [stratum('a', 50, 100, 60, 100), stratum('b', 10, 100, 20, 100)]],
    ['one value is all', [stratum('a', 50, 100, 60, 100)]],
    ['few are in both', [stratum('a', 50, 100, 3, 4), stratum('b', 3, 4, 60, 100)]],
    [
      'most are in one side alone',
      [
        stratum('v1', 50, 500, 0, 0),
        stratum('v2', 0, 0, 300, 500),
        stratum('v3', 20, 40, 20, 40),
        stratum('v4', 5, 10, 30, 60),
      ],
    ],
  ])('is not told where %s', (_, strata) => {
    expect(simpsonGuard(strata)).toBeNull();
  });

  it('does not depend on the order of values', () => {
    const { crude, adjusted, kind } = simpsonGuard(berkeley) ?? {};
    const turned = simpsonGuard(berkeley.toReversed());
    expect(turned).toMatchObject({ kind });
    expect(turned?.crude).toBeCloseTo(crude ?? NaN, 12);
    expect(turned?.adjusted).toBeCloseTo(adjusted ?? NaN, 12);
  });
});

describe('the common difference of Mantel and Haenszel', () => {
  it('of one stratum is the difference itself', () => {
    const one = commonDifference([{ yes: 60, n: 100, otherYes: 40, otherN: 120 }]);
    expect(one?.difference).toBeCloseTo(0.6 - 40 / 120, 12);
    // Wald's variance: 0.6 * 0.4 / 100 + (1 / 3) * (2 / 3) / 120.
    expect(one?.high).toBeCloseTo(0.6 - 1 / 3 + 1.96 * Math.sqrt(0.0024 + 2 / 9 / 120), 2);
  });

  it('of the admissions of Berkeley has women ahead, by less than chance', () => {
    const common = commonDifference(berkeley.map(sides));
    expect(common?.difference).toBeGreaterThan(0);
    expect(common?.low).toBeLessThan(0);
  });

  it('is none where no stratum has both', () => {
    expect(commonDifference([{ yes: 1, n: 2, otherYes: 0, otherN: 0 }])).toBeNull();
  });
});

function sides({ first, last }: MixStratum) {
  return { yes: last.yes, n: last.n, otherYes: first.yes, otherN: first.n };
}
