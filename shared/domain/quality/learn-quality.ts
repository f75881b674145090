import { fitLogistic, type LogisticFit, probabilityOf } from '../statistics/logistic-regression.ts';
import {
  type Calibration,
  calibrationOf,
  type Prediction,
  type PredictionFigures,
  predictionFigures,
} from '../statistics/prediction-quality.ts';
import { type Folds, foldRows } from './fold-rows.ts';
import type { LabelledRow } from './labelled-row.ts';
import {
  createFeatureRow,
  type Feature,
  type FeaturePlan,
  type ModelSignal,
  planFeatures,
} from './plan-features.ts';

export interface Estimate {
  /** Log odds for one standard deviation more. */
  readonly coefficient: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface Judged {
  readonly figures: PredictionFigures;
  readonly calibration: Calibration;
}

export interface LearnedQuality {
  readonly ridge: number;
  readonly intercept: Estimate;
  readonly features: readonly (Feature & Estimate)[];
  readonly leftOut: FeaturePlan['leftOut'];
  readonly folds: Omit<Folds, 'foldOf'>;
  readonly learned: Judged;
  readonly weighted: Judged | null;
  readonly base: { readonly share: number; readonly brier: number; readonly logLoss: number };
}

/** Coefficients of columns of deviation 1 are not expected to be far above 1: with a few dozen rows this tells. */
const ridge = 1;

/** The standard normal quantile of a 95 % interval. */
const z = 1.959963984540054;

/**
 * Learns from labels how good outputs are by their signals alone: logistic regression with a ridge on all rows. How far it can
 * be trusted is told by predictions for rows that were not learned from, fold by fold, beside the score from weights and
 * beside the share of good alone. Null where no column differs enough. The same rows give the same model.
 * @param rows both kinds of them
 * @param scoreOf the score from weights
 */
export function learnQuality(
  rows: readonly LabelledRow[],
  signals: readonly ModelSignal[],
  scoreOf: (values: LabelledRow['values']) => number | null,
): LearnedQuality | null {
  const { features, leftOut } = planFeatures(rows, signals);
  if (features.length === 0) return null;
  const rowOf = createFeatureRow(features, signals);
  const columns = rows.map(({ values }) => rowOf(values));
  const outcomes = rows.map(({ isGood }) => (isGood ? 1 : 0));
  const fit = fitLogistic(columns, outcomes, ridge);
  if (fit === null) return null;
  const { foldOf, ...folds } = foldRows(rows);
  const learned = judge(foretold(columns, outcomes, foldOf));
  if (learned === null) return null;
  return {
    ridge,
    intercept: estimate(fit, 0),
    features: features.map((feature, place) => Object.assign(estimate(fit, place + 1), feature)),
    leftOut,
    folds,
    learned,
    weighted: judge(
      rows.flatMap(({ values }, place) => {
        const probability = scoreOf(values);
        return probability === null ? [] : [{ probability, outcome: outcomes[place] ?? 0 }];
      }),
    ),
    base: baseOf(outcomes),
  };
}

/** What is foretold for the rows of each fold by a fit of the others. */
function foretold(
  columns: readonly Float64Array[],
  outcomes: readonly (0 | 1)[],
  foldOf: Uint8Array,
): Prediction[] {
  const predictions: Prediction[] = [];
  for (const fold of new Set(foldOf)) {
    const others = columns.filter((_, place) => foldOf[place] !== fold);
    const known = outcomes.filter((_, place) => foldOf[place] !== fold);
    const fit = new Set(known).size < 2 ? null : fitLogistic(others, known, ridge);
    const share = known.reduce<number>((sum, outcome) => sum + outcome, 0) / known.length;
    for (const [place, column] of columns.entries()) {
      if (foldOf[place] !== fold) continue;
      const probability = fit === null ? share : probabilityOf(fit.coefficients, column);
      predictions.push({ probability, outcome: outcomes[place] ?? 0 });
    }
  }
  return predictions;
}

function judge(predictions: readonly Prediction[]): Judged | null {
  const figures = predictionFigures(predictions);
  return figures === null ? null : { figures, calibration: calibrationOf(predictions) };
}

function baseOf(outcomes: readonly (0 | 1)[]): LearnedQuality['base'] {
  const share = outcomes.reduce<number>((sum, outcome) => sum + outcome, 0) / outcomes.length;
  const figures = predictionFigures(outcomes.map((outcome) => ({ probability: share, outcome })));
  return { share, brier: figures?.brier ?? 0, logLoss: figures?.logLoss ?? 0 };
}

function estimate({ coefficients, standardErrors }: LogisticFit, place: number): Estimate {
  const coefficient = coefficients[place] ?? 0;
  const standardError = standardErrors[place] ?? 0;
  return {
    coefficient,
    standardError,
    low: coefficient - z * standardError,
    high: coefficient + z * standardError,
  };
}
