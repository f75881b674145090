import { isBadOutcome } from '../signals/default-outcome.ts';
import { shrunkMean } from '../statistics/shrunk-mean.ts';
import type { EvidenceKind } from './few-shot-options.ts';

/** One thing that says how good an answer is: 0 is bad, 1 is good. */
export interface Evidence {
  readonly kind: 'edit' | EvidenceKind;
  /** The question or the signal; empty for an edit. */
  readonly name: string;
  /** As people read it. */
  readonly value: string;
  readonly score: number;
}

/** Labels are judgements that were asked for; the rest was said or happened in passing. */
const weights: Record<Evidence['kind'], number> = { label: 2, edit: 1, rating: 1, outcome: 1 };

/** Somebody took the trouble to write it, which does not make it perfect. */
export const editScore = 0.8;

/**
 * How good an answer is, 0 to 1: the mean of what is known of it and of one half, which stands for what is not known:
 *
 *     (0.5 + sum of weight x score) / (1 + sum of weights)
 *
 * Labels weigh 2, an edit, a rating and an outcome 1 each. An edit scores 0.8; the others from 0 (bad) to 1 (good). An
 * edit alone is 0.65, a good label alone 0.83, an edit with a good outcome 0.77. Null where nothing is known.
 */
export function qualityOf(evidence: readonly Evidence[]): number | null {
  if (evidence.length === 0) return null;
  return shrunkMean(
    evidence.map(({ kind, score }) => ({ score, weight: weights[kind] })),
    1,
  );
}

/** How the numbers of a rating are read, by the least and the greatest in the project: 0 to 1, 1 to 5, 0 to 10, -1 to 1. */
export function ratingScale(least: number, greatest: number): (value: number) => number {
  const low = least < 0 ? Math.min(-1, least) : least >= 1 && greatest > 1 ? 1 : 0;
  const high = [1, 5, 10, 100].find((end) => greatest <= end) ?? greatest;
  return (value) => (high === low ? 1 : Math.min(1, Math.max(0, (value - low) / (high - low))));
}

/** Of an outcome that happened or not. What counts or measures something has no known good end: null. */
export function outcomeScore(name: string, value: number): number | null {
  if (value !== 0 && value !== 1) return null;
  return isBadOutcome(name) ? 1 - value : value;
}
