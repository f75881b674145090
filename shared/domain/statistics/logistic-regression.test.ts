import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, probabilityOf } from './logistic-regression.ts';

/** Launches before the Challenger's: temperature in degrees Fahrenheit, and whether an O-ring of a field joint was distressed. */
const launches: readonly (readonly [number, number])[] = [
  [53, 1],
  [57, 1],
  [58, 1],
  [63, 1],
  [66, 0],
  [67, 0],
  [67, 0],
  [67, 0],
  [68, 0],
  [69, 0],
  [70, 1],
  [70, 0],
  [70, 1],
  [70, 0],
  [72, 0],
  [73, 0],
  [75, 0],
  [75, 1],
  [76, 0],
  [76, 0],
  [78, 0],
  [79, 0],
  [81, 0],
];

/** Henderson and Velleman (1981), as R has them under `mtcars`: weight, displacement, straight engine, manual gearbox. */
const cars: readonly (readonly [number, number, number, number])[] = [
  [2.62, 160, 0, 1],
  [2.875, 160, 0, 1],
  [2.32, 108, 1, 1],
  [3.215, 258, 1, 0],
  [3.44, 360, 0, 0],
  [3.46, 225, 1, 0],
  [3.57, 360, 0, 0],
  [3.19, 146.7, 1, 0],
  [3.15, 140.8, 1, 0],
  [3.44, 167.6, 1, 0],
  [3.44, 167.6, 1, 0],
  [4.07, 275.8, 0, 0],
  [3.73, 275.8, 0, 0],
  [3.78, 275.8, 0, 0],
  [5.25, 472, 0, 0],
  [5.424, 460, 0, 0],
  [5.345, 440, 0, 0],
  [2.2, 78.7, 1, 1],
  [1.615, 75.7, 1, 1],
  [1.835, 71.1, 1, 1],
  [2.465, 120.1, 1, 0],
  [3.52, 318, 0, 0],
  [3.435, 304, 0, 0],
  [3.84, 350, 0, 0],
  [3.845, 400, 0, 0],
  [1.935, 79, 1, 1],
  [2.14, 120.3, 0, 1],
  [1.513, 95.1, 1, 1],
  [3.17, 351, 0, 1],
  [2.77, 145, 0, 1],
  [3.57, 301, 0, 1],
  [2.78, 121, 1, 1],
];

describe('fitLogistic', () => {
  it('is the published fit of the O-rings of the space shuttle', () => {
    /**
     * S. R. Dalal, E. B. Fowlkes and B. Hoadley (1989), "Risk analysis of the space shuttle", Journal of the American
     * Statistical Association 84, 945-957; digits as R's `glm` gives them.
     */
    const fit = fitLogistic(
      launches.map(([temperature]) => [temperature]),
      launches.map(([, isDistressed]) => isDistressed),
    );
    expect(fit?.coefficients[0]).toBeCloseTo(15.0429, 3);
    expect(fit?.coefficients[1]).toBeCloseTo(-0.2322, 4);
    expect(fit?.standardErrors[0]).toBeCloseTo(7.3786, 3);
    expect(fit?.standardErrors[1]).toBeCloseTo(0.1082, 4);
    expect(-2 * (fit?.logLikelihood ?? 0)).toBeCloseTo(20.315, 3);
  });

  it('is the published fit of two features of cars', () => {
    /** D. Lillis, "R tutorial: generalized linear models, part 1" (theanalysisfactor.com): `glm(vs ~ wt + disp, binomial)`. */
    const fit = fitLogistic(
      cars.map(([weight, displacement]) => [weight, displacement]),
      cars.map(([, , isStraight]) => isStraight),
    );
    for (const [place, value] of [1.60859, 1.62635, -0.03443].entries())
      expect(fit?.coefficients[place]).toBeCloseTo(value, 4);
    for (const [place, value] of [2.43903, 1.49068, 0.01536].entries())
      expect(fit?.standardErrors[place]).toBeCloseTo(value, 4);
    expect(-2 * (fit?.logLikelihood ?? 0)).toBeCloseTo(21.4, 2);
  });

  it('is the published fit of the gearboxes of cars by weight', () => {
    /** R's `glm(am ~ wt, data = mtcars, binomial)`, in many of its tutorials. */
    const fit = fitLogistic(
      cars.map(([weight]) => [weight]),
      cars.map(([, , , isManual]) => isManual),
    );
    expect(fit?.coefficients[0]).toBeCloseTo(12.04, 2);
    expect(fit?.coefficients[1]).toBeCloseTo(-4.024, 3);
  });

  it('has no fit where there is none to be found, and one with a ridge', () => {
    const rows = [[1], [2], [3], [4]];
    expect(fitLogistic(rows, [0, 0, 1, 1])).toBeNull();
    expect(
      fitLogistic(
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
        ],
        [0, 1, 0, 1],
      ),
    ).toBeNull();
    const fit = fitLogistic(rows, [0, 0, 1, 1], 1);
    expect(fit?.coefficients[1]).toBeGreaterThan(0);
    expect(fit?.coefficients[1]).toBeLessThan(2);
  });

  it('ends where the penalised likelihood is flat, and foretells as many as came', () => {
    const row = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 40 }), (data) => {
        const came = data.reduce((sum, [, outcome]) => sum + outcome, 0);
        fc.pre(came > 0 && came < data.length);
        const ridge = 0.5;
        const fit = fitLogistic(
          data.map(([value]) => [value]),
          data.map(([, outcome]) => outcome),
          ridge,
        );
        if (fit === null) throw new Error('There is always a fit with a ridge.');
        let foretold = 0;
        let slope = -ridge * (fit.coefficients[1] ?? 0);
        for (const [value, outcome] of data) {
          const probability = probabilityOf(fit.coefficients, [value]);
          foretold += probability;
          slope += (outcome - probability) * value;
        }
        // The intercept has no penalty.
        expect(foretold).toBeCloseTo(came, 4);
        expect(slope).toBeCloseTo(0, 4);
      }),
    );
  });
});
