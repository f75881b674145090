import { type Result, succeed } from '../../result/result.ts';
import { shareChanged } from '../metrics/share-changed.ts';
import { isSameText } from '../text/is-same-text.ts';
import type { ExportRow } from './export-row.ts';
import type { PairingOptions } from './recipe-parts.ts';
import type { Recipe } from './recipe.ts';
import { skip, type SkippedRow } from './row-finding.ts';

/** What decides which answers an interaction gives. */
export type AnswerOptions = Pick<Recipe, 'target' | 'badFrom' | 'pairs'>;

/** What the output was judged by, and how. */
export interface Score {
  readonly by: 'rating' | 'outcome';
  readonly value: number;
}

/** One answer to learn. */
export interface LearnedAnswer {
  readonly answer: string;
  /** The output that people made the answer from; null where nobody edited it. */
  readonly draft: string | null;
  readonly score?: Score;
}

export interface AnswerPair {
  readonly chosen: string;
  readonly rejected: string;
  /** How much higher the chosen one was judged. */
  readonly margin?: number;
}

export interface JudgedAnswer {
  readonly answer: string;
  readonly good: boolean;
}

/**
 * The answer to learn: the edit, or the output that was judged good or preferred. Where a good output was edited, the edit
 * is learned, for it is what somebody left in its place.
 */
export function learnedAnswer(row: ExportRow, options: AnswerOptions): Result<LearnedAnswer, SkippedRow> {
  const { pairs, target } = options;
  switch (pairs?.from) {
    case 'rating':
    case 'outcome': {
      const judged = judge(row, pairs);
      if (!judged.ok) return judged;
      if (!judged.value.good) return skip('judged_bad', badSentences[pairs.from]);
      const score = { by: pairs.from, value: judged.value.value };
      return succeed({ answer: row.edit ?? row.output, draft: draftOf(row), score });
    }
    case 'preference': {
      const pair = preferredPair(row);
      return pair.ok ? succeed({ answer: pair.value.chosen, draft: null }) : pair;
    }
    case 'contrast':
      return notForFormat;
    case 'edit':
    case undefined: {
      const unfit = unfitEdit(row, pairs);
      if (unfit !== null) return unfit;
      const answer = row.edit ?? (target === 'edit-or-output' ? row.output : null);
      return answer === null ? noEdit : succeed({ answer, draft: draftOf(row) });
    }
  }
}

/** A better and a worse answer that differ in more than white space. */
export function answerPair(
  row: ExportRow,
  { pairs }: Pick<AnswerOptions, 'pairs'>,
): Result<AnswerPair, SkippedRow> {
  switch (pairs?.from) {
    case 'preference':
      return differing(preferredPair(row));
    case 'rating':
    case 'outcome':
    case 'contrast':
      return differing(contrastPair(row));
    case 'edit':
    case undefined: {
      if (row.edit === null) return noEdit;
      const pair = differing(succeed({ chosen: row.edit, rejected: row.output }));
      return pair.ok ? (unfitEdit(row, pairs) ?? pair) : pair;
    }
  }
}

/**
 * Answers that are good or bad in themselves. The edit is good. The output that it was made from is less good, which is not
 * yet bad: it counts as bad only from a share of changed words on that the recipe names, and is left out else. Where
 * outputs were judged, they themselves are good or bad.
 */
export function judgedAnswers(
  row: ExportRow,
  options: AnswerOptions,
): Result<readonly JudgedAnswer[], SkippedRow> {
  const { pairs, badFrom } = options;
  switch (pairs?.from) {
    case 'rating':
    case 'outcome': {
      const judged = judge(row, pairs);
      return judged.ok ? succeed([{ answer: row.output, good: judged.value.good }]) : judged;
    }
    case 'preference':
    case 'contrast':
      return notForFormat;
    case 'edit':
    case undefined: {
      const learned = learnedAnswer(row, options);
      if (!learned.ok) return learned;
      const { edit, output } = row;
      const isChanged = edit !== null && !isSameText(edit, output);
      const isBad = isChanged && badFrom !== undefined && shareChanged(output, edit) >= badFrom;
      const good = { answer: learned.value.answer, good: true };
      return succeed(isBad ? [good, { answer: output, good: false }] : [good]);
    }
  }
}

/** From which value on an output is good, and up to which it is bad; without either, yes is good and no is bad. */
export function thresholdsOf({ good, bad }: PairingOptions): { readonly good: number; readonly bad: number } {
  if (good === undefined && bad === undefined) return { good: 1, bad: 0 };
  return { good: good ?? Infinity, bad: bad ?? -Infinity };
}

function judge(
  { pairing }: ExportRow,
  pairs: PairingOptions,
): Result<{ readonly good: boolean; readonly value: number }, SkippedRow> {
  const value = pairing?.kind === 'value' ? pairing.value : null;
  if (value === null) return pairs.from === 'outcome' ? noOutcome : noRating;
  const { good, bad } = thresholdsOf(pairs);
  if (value >= good) return succeed({ good: true, value });
  return value <= bad ? succeed({ good: false, value }) : neither;
}

function preferredPair({ pairing, output }: ExportRow): Result<AnswerPair, SkippedRow> {
  if (pairing?.kind !== 'preference' || pairing.other === null) return noOther;
  const { preferred, other } = pairing;
  if (!preferred.ok) return preferred;
  if (preferred.value === 'neither') return alike;
  return succeed(
    preferred.value === 'output' ? { chosen: output, rejected: other } : { chosen: other, rejected: output },
  );
}

function contrastPair({ pairing, output, edit }: ExportRow): Result<AnswerPair, SkippedRow> {
  if (pairing?.kind !== 'contrast') return skip('equal_outputs', 'Its input has no better and worse output.');
  if (!pairing.contrast.ok) return pairing.contrast;
  const { worse, margin } = pairing.contrast.value;
  return succeed({ chosen: edit ?? output, rejected: worse, ...(margin === null ? {} : { margin }) });
}

function differing(pair: Result<AnswerPair, SkippedRow>): Result<AnswerPair, SkippedRow> {
  return pair.ok && isSameText(pair.value.chosen, pair.value.rejected) ? identical : pair;
}

/** Why an edit is left out for the share of words that it changes; null where it is not. */
function unfitEdit(
  { output, edit }: ExportRow,
  pairs: PairingOptions | undefined,
): ReturnType<typeof skip> | null {
  const { leastChange, mostChange } = pairs ?? {};
  if (edit === null || (leastChange === undefined && mostChange === undefined)) return null;
  const share = shareChanged(output, edit);
  if (leastChange !== undefined && share < leastChange) return tooSmall;
  return mostChange !== undefined && share > mostChange ? tooLarge : null;
}

function draftOf({ output, edit }: ExportRow): string | null {
  return edit === null ? null : output;
}

const noEdit = skip('no_edit', 'Nobody edited the output.');
const identical = skip('identical_preference', 'Both answers are the same, apart from white space.');
const tooSmall = skip(
  'edit_too_small',
  'The edit changes a smaller share of words than the recipe asks for.',
);
const tooLarge = skip('edit_too_large', 'The edit changes a larger share of words than the recipe allows.');
const noRating = skip('no_rating', 'The output has no rating of that name.');
const noOutcome = skip('no_outcome', 'The output has no outcome of that name.');
const neither = skip('neither_good_nor_bad', 'The output was judged neither good nor bad.');
const alike = skip('neither_good_nor_bad', 'Neither output is preferred to the other.');
const noOther = skip('no_other_output', 'The metadata holds no other output.');
const notForFormat = skip('pairing_not_for_format', 'The format cannot learn from such pairs.');
const badSentences = {
  rating: 'The output is rated bad.',
  outcome: 'The outcome is bad.',
} as const;
