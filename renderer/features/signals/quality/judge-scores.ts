import { createQualityScore, type ScoredSignal } from '../../../../shared/domain/signals/quality-score.ts';
import {
  type Calibration,
  calibrationOf,
  type PredictionFigures,
  predictionFigures,
} from '../../../../shared/domain/statistics/prediction-quality.ts';

export interface TrialRow {
  readonly isGood: boolean;
  readonly values: Readonly<Record<string, number>>;
}

export interface JudgedScores {
  readonly figures: PredictionFigures;
  readonly calibration: Calibration;
}

/** How near the scores from weights are to what labels say; null where no labelled interaction has a score. */
export function judgeScores(
  rows: readonly TrialRow[],
  signals: readonly ScoredSignal[],
  weights: Readonly<Record<string, number>>,
): JudgedScores | null {
  const scoreOf = createQualityScore(signals, weights);
  const predictions = rows.flatMap(({ isGood, values }) => {
    const found = scoreOf(values);
    return found === null
      ? []
      : [{ probability: found.score, outcome: isGood ? (1 as const) : (0 as const) }];
  });
  const figures = predictionFigures(predictions);
  return figures === null ? null : { figures, calibration: calibrationOf(predictions) };
}
