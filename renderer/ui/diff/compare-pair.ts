import { diffTexts, type TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { editMetrics, type EditMetrics } from '../../../shared/domain/metrics/edit-metrics.ts';
import { type TerScore, translationEditRate } from '../../../shared/domain/metrics/ter.ts';

export interface EditStatistics {
  readonly metrics: EditMetrics;
  /** The rate with shifts (HTER); its search is quadratic, which is why it never runs beside the screen. */
  readonly rate: TerScore;
}

/** A pair to compare: for its differences, or for the figures of the edit. */
export interface CompareRequest {
  readonly number: number;
  readonly question: 'diff' | 'statistics';
  readonly output: string;
  readonly edit: string;
}

export type CompareAnswer =
  | { readonly number: number; readonly question: 'diff'; readonly value: TextDiff }
  | { readonly number: number; readonly question: 'statistics'; readonly value: EditStatistics };

export function comparePair({ number, question, output, edit }: CompareRequest): CompareAnswer {
  if (question === 'diff') return { number, question, value: diffTexts(output, edit) };
  const value = { metrics: editMetrics(output, edit), rate: translationEditRate(output, edit) };
  return { number, question, value };
}
