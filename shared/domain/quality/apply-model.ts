import { logistic } from '../statistics/logistic-regression.ts';
import type { LabelledRow } from './labelled-row.ts';
import { createFeatureRow, type Feature, type ModelSignal } from './plan-features.ts';

/** The part of a model that scores. */
export interface AppliedModel {
  readonly intercept: { readonly coefficient: number };
  readonly features: readonly (Feature & { readonly coefficient: number })[];
}

export interface LearnedScore {
  readonly score: number;
  readonly intercept: number;
  /** Log odds that each signal adds, the greatest first; with the intercept they are those of the score. */
  readonly contributions: readonly {
    readonly signal: string;
    readonly name: string;
    readonly logOdds: number;
  }[];
}

/** How probably labels would call an output good, by its signals, and what each of them adds. */
export function applyModel(
  { intercept, features }: AppliedModel,
  signals: readonly ModelSignal[],
  values: LabelledRow['values'],
): LearnedScore {
  const columns = createFeatureRow(features, signals)(values);
  const added = new Map<string, { signal: string; name: string; logOdds: number }>();
  for (const [place, { signal, name, coefficient }] of features.entries()) {
    const logOdds = coefficient * (columns[place] ?? 0);
    const known = added.get(signal);
    if (known === undefined) added.set(signal, { signal, name, logOdds });
    else known.logOdds += logOdds;
  }
  const contributions = [...added.values()].toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  const total = contributions.reduce((sum, { logOdds }) => sum + logOdds, intercept.coefficient);
  return { score: logistic(total), intercept: intercept.coefficient, contributions };
}
