import { type Share, wilsonInterval } from './wilson-interval.ts';

/** What was foretold, 0 to 1, and what came: 1 or 0. */
export interface Prediction {
  readonly probability: number;
  readonly outcome: 0 | 1;
}

/** How good predictions are. */
export interface PredictionFigures {
  readonly count: number;
  /** Chance that one that came was foretold higher than one that did not; 0.5 is chance. Null of one kind alone. */
  readonly auc: number | null;
  /** Mean squared difference: 0 is perfect. */
  readonly brier: number;
  /** Mean of -log of the probability given to what came: 0 is perfect. */
  readonly logLoss: number;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was foretold. */
  readonly predicted: number;
  /** Share of what came, with its Wilson interval. */
  readonly observed: Share;
}

export interface Calibration {
  /** Those that hold predictions, of ten of equal width. */
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error: mean distance of foretold and observed over the bins, by count. */
  readonly error: number;
}

/** A probability of 0 or 1 that was wrong would have an endless loss. */
const least = 1e-15;

/**
 * Sources: G. W. Brier (1950), "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78,
 * 1-3, in its form for two outcomes; J. A. Hanley and B. J. McNeil (1982), "The meaning and use of the area under a receiver
 * operating characteristic (ROC) curve", Radiology 143, 29-36, by ranks, ties counted as half. Null of nothing.
 */
export function predictionFigures(predictions: readonly Prediction[]): PredictionFigures | null {
  const count = predictions.length;
  if (count === 0) return null;
  let squares = 0;
  let losses = 0;
  for (const { probability, outcome } of predictions) {
    squares += (probability - outcome) ** 2;
    const given = outcome === 1 ? probability : 1 - probability;
    losses -= Math.log(Math.max(least, given));
  }
  return { count, auc: areaUnderCurve(predictions), brier: squares / count, logLoss: losses / count };
}

function areaUnderCurve(predictions: readonly Prediction[]): number | null {
  const sorted = predictions.toSorted((a, b) => a.probability - b.probability);
  const came = predictions.filter(({ outcome }) => outcome === 1).length;
  const others = predictions.length - came;
  if (came === 0 || others === 0) return null;
  let ranks = 0;
  for (let start = 0; start < sorted.length;) {
    const value = sorted[start]?.probability;
    let end = start;
    let equal = 0;
    for (; end < sorted.length && sorted[end]?.probability === value; end++)
      equal += sorted[end]?.outcome ?? 0;
    ranks += equal * ((start + 1 + end) / 2);
    start = end;
  }
  return (ranks - (came * (came + 1)) / 2) / (came * others);
}

const binCount = 10;

/**
 * The reliability diagram: what was foretold beside what came.
 *
 * Source: M. P. Naeini, G. F. Cooper and M. Hauskrecht (2015), "Obtaining well calibrated probabilities using Bayesian
 * binning", AAAI, for the error.
 */
export function calibrationOf(predictions: readonly Prediction[]): Calibration {
  const byBin = Map.groupBy(predictions, ({ probability }) =>
    Math.min(binCount - 1, Math.max(0, Math.floor(probability * binCount))),
  );
  const bins = [...byBin].toSorted(([a], [b]) => a - b);
  const described = bins.flatMap(([bin, members]) => {
    const came = members.filter(({ outcome }) => outcome === 1).length;
    const observed = wilsonInterval(came, members.length);
    if (observed === null) return [];
    const predicted = members.reduce((sum, { probability }) => sum + probability, 0) / members.length;
    return [{ from: bin / binCount, to: (bin + 1) / binCount, count: members.length, predicted, observed }];
  });
  const error = described.reduce(
    (sum, { count, predicted, observed }) => sum + count * Math.abs(predicted - observed.share),
    0,
  );
  return { bins: described, error: predictions.length === 0 ? 0 : error / predictions.length };
}
