import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, type Prediction, predictionFigures } from './prediction-quality.ts';

function predictionsOf(probabilities: readonly number[], outcomes: readonly number[]): Prediction[] {
  return probabilities.map((probability, place) => ({ probability, outcome: outcomes[place] === 1 ? 1 : 0 }));
}

describe('predictionFigures', () => {
  it('is as the examples of scikit-learn’s documentation', () => {
    /** `brier_score_loss`, `roc_auc_score` and `log_loss`. */
    expect(predictionFigures(predictionsOf([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]))?.brier).toBeCloseTo(0.0375);
    expect(predictionFigures(predictionsOf([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]))?.auc).toBeCloseTo(0.75);
    expect(predictionFigures(predictionsOf([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1]))?.logLoss).toBeCloseTo(
      0.21616,
      5,
    );
  });

  it('has the published area of ratings with many ties', () => {
    /** Hanley and McNeil (1982), table I: readings of 109 CT images, from definitely normal to definitely abnormal. */
    const normal = [33, 6, 6, 11, 2];
    const abnormal = [3, 2, 2, 11, 33];
    const readings = [normal, abnormal].flatMap((counts, outcome) =>
      counts.flatMap((count, rating) =>
        Array.from(
          { length: count },
          () => ({ probability: rating / 4, outcome: outcome === 1 ? 1 : 0 }) as const,
        ),
      ),
    );
    expect(readings).toHaveLength(109);
    expect(predictionFigures(readings)?.auc).toBeCloseTo(0.893, 3);
  });

  it('has no area of one kind alone, and nothing of nothing', () => {
    expect(predictionFigures(predictionsOf([0.2, 0.4], [1, 1]))?.auc).toBeNull();
    expect(predictionFigures([])).toBeNull();
  });
});

describe('calibrationOf', () => {
  it('puts foretold beside what came, bin by bin', () => {
    const { bins, error } = calibrationOf(
      predictionsOf([0.02, 0.04, 0.9, 1, 0.95, 0.91], [0, 1, 1, 1, 1, 0]),
    );
    expect(bins.map(({ from, count }) => [from, count])).toEqual([
      [0, 2],
      [0.9, 4],
    ]);
    expect(bins[0]?.predicted).toBeCloseTo(0.03);
    expect(bins[0]?.observed.share).toBe(0.5);
    expect(error).toBeCloseTo((2 * 0.47 + 4 * 0.19) / 6);
  });

  it('counts every prediction once, and errs by at most 1', () => {
    const prediction = fc.record({
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome: fc.constantFrom<0 | 1>(0, 1),
    });
    fc.assert(
      fc.property(fc.array(prediction, { minLength: 1 }), (predictions) => {
        const { bins, error } = calibrationOf(predictions);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(predictions.length);
        for (const { from, to, predicted } of bins) {
          expect(predicted).toBeGreaterThanOrEqual(from - 1e-12);
          expect(predicted).toBeLessThanOrEqual(to + 1e-12);
        }
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
  });
});
