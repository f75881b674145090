import { type DiffOptions, diffTexts, type TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { editMetrics, type EditMetrics } from '../../../shared/domain/metrics/edit-metrics.ts';
import { type TerScore, translationEditRate } from '../../../shared/domain/metrics/ter.ts';

export interface EditStatistics {
  readonly metrics: EditMetrics;
  /** The rate with shifts (HTER); its search is quadratic, which is why it never runs beside the screen. */
  readonly rate: TerScore;
}

/** A pair to compare: for its differences, or for the figures of the edit. */
export type CompareRequest =
  | {
      readonly question: 'diff';
      readonly output: string;
      readonly edit: string;
      readonly options: DiffOptions;
    }
  | { readonly question: 'statistics'; readonly output: string; readonly edit: string };

export type CompareAnswer =
  | { readonly question: 'diff'; readonly value: TextDiff; readonly isFinal: boolean }
  | { readonly question: 'statistics'; readonly value: EditStatistics; readonly isFinal: true };

/** Pairs of more UTF-16 code units are first compared by lines, which is many times quicker. */
const largestAtOnce = 300_000;

/** Lines that changed help as a first answer only where they are less than this share of all. */
const helpfulShare = 0.5;

/** Answers once, or twice for a big pair: first by whole lines, then in full. */
export function comparePair(request: CompareRequest, answer: (answer: CompareAnswer) => void): void {
  const { question, output, edit } = request;
  if (question === 'statistics') {
    const value = { metrics: editMetrics(output, edit), rate: translationEditRate(output, edit) };
    answer({ question, value, isFinal: true });
    return;
  }
  const { options } = request;
  if (output.length + edit.length > largestAtOnce && options.level !== 'line') {
    const value = diffTexts(output, edit, { ...options, level: 'line', refine: false });
    const changed = value.changes.reduce((sum, { removed, added }) => sum + removed.length + added.length, 0);
    if (changed < helpfulShare * (output.length + edit.length)) answer({ question, value, isFinal: false });
  }
  answer({ question, value: diffTexts(output, edit, options), isFinal: true });
}
