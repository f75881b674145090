import type { Contingency } from './contingency.ts';
import { entropyOf, mutualInformation } from './information.ts';

export interface VMeasure {
  /** 1 where each cluster holds members of one class only. */
  readonly homogeneity: number;
  /** 1 where all members of a class are in one cluster. */
  readonly completeness: number;
  /** Harmonic mean of both. */
  readonly vMeasure: number;
}

/**
 * How well clusters (second) fit classes (first). Not corrected for chance: many small clusters are homogeneous.
 *
 * Source: A. Rosenberg, J. Hirschberg (2007), "V-Measure: a conditional entropy-based external cluster evaluation
 * measure", EMNLP-CoNLL, 410-420; with beta 1.
 */
export function vMeasure(table: Contingency): VMeasure {
  const { total, rows, columns } = table;
  const information = mutualInformation(table);
  const homogeneity = shareOf(information, entropyOf(rows, total));
  const completeness = shareOf(information, entropyOf(columns, total));
  const sum = homogeneity + completeness;
  return { homogeneity, completeness, vMeasure: sum === 0 ? 0 : (2 * homogeneity * completeness) / sum };
}

function shareOf(information: number, entropy: number): number {
  return entropy === 0 ? 1 : information / entropy;
}
