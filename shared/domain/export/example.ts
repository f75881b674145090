import type { Result } from '../../result/result.ts';
import type { Json } from '../json.ts';
import type { Message } from '../message.ts';
import { editRates } from '../metrics/edit-rates.ts';
import { isSameText } from '../text/is-same-text.ts';
import type { ExportRow, RowMode } from './export-row.ts';
import type { Recipe } from './recipe.ts';
import { removedTexts } from './removed-texts.ts';
import { skip, type SkippedRow } from './row-finding.ts';

/** What a format writes a row from: the same for all formats, so that each says only how it is spelled. */
export type Example = SupervisedExample | PreferenceExample | UnpairedExample | EvaluationExample;

/** An input and the answer to learn. */
export interface SupervisedExample {
  readonly kind: 'supervised';
  readonly prompt: readonly Message[];
  readonly answer: string;
  /** The output that people made the answer from; null where nobody edited it. */
  readonly draft: string | null;
  /** Whether earlier answers of the conversation are learned, too; nobody has looked at those. */
  readonly trains: 'last' | 'all';
  /** Definitions of the tools that the model may call. */
  readonly tools?: readonly Json[];
}

/** An input with a better and a worse answer. */
export interface PreferenceExample {
  readonly kind: 'preference';
  readonly prompt: readonly Message[];
  readonly chosen: string;
  readonly rejected: string;
  readonly tools?: readonly Json[];
}

/** An input with an answer that is good or bad in itself. */
export interface UnpairedExample {
  readonly kind: 'unpaired';
  readonly prompt: readonly Message[];
  readonly answer: string;
  readonly good: boolean;
  readonly tools?: readonly Json[];
}

/** An input to try a model on, with what its answer should be like. */
export interface EvaluationExample {
  readonly kind: 'evaluation';
  /** Of the interaction. */
  readonly id: string;
  readonly prompt: readonly Message[];
  readonly ideal: string;
  /** Texts that people took out. */
  readonly avoid: readonly string[];
  readonly modes: readonly RowMode[];
}

export type ExampleOptions = Pick<Recipe, 'target' | 'trains' | 'badFrom'>;

/** Learns the edit, or with the target 'edit-or-output' the output that nobody edited. */
export function supervisedExample(
  row: ExportRow,
  { target, trains = 'all' }: ExampleOptions,
): Result<SupervisedExample, SkippedRow> {
  const answer = row.edit ?? (target === 'edit-or-output' ? row.output : null);
  if (answer === null) return noEdit;
  const draft = row.edit === null ? null : row.output;
  return { ok: true, value: { kind: 'supervised', prompt: row.messages, answer, draft, trains } };
}

/** Prefers the edit to the output; the two differ in more than white space. */
export function preferenceExample(row: ExportRow): Result<PreferenceExample, SkippedRow> {
  if (row.edit === null) return noEdit;
  if (isSameText(row.edit, row.output)) return identical;
  return {
    ok: true,
    value: { kind: 'preference', prompt: row.messages, chosen: row.edit, rejected: row.output },
  };
}

/**
 * The edit is good. The output that it was made from is less good, which is not yet bad: it counts as bad only from a
 * share of changed words on that the recipe names, and is left out else.
 */
export function unpairedExamples(
  row: ExportRow,
  { target, badFrom }: ExampleOptions,
): Result<readonly UnpairedExample[], SkippedRow> {
  const { edit, output, messages: prompt } = row;
  const answer = edit ?? (target === 'edit-or-output' ? output : null);
  if (answer === null) return noEdit;
  const good: UnpairedExample = { kind: 'unpaired', prompt, answer, good: true };
  const isChanged = edit !== null && !isSameText(edit, output);
  const isBad = isChanged && badFrom !== undefined && shareChanged(output, edit) >= badFrom;
  const examples = isBad ? [good, { ...good, answer: output, good: false }] : [good];
  return { ok: true, value: examples };
}

/** Words that were changed, of the longer text's words: 0 to 1. */
function shareChanged(output: string, edit: string): number {
  const { wordEdits, outputWords, editWords } = editRates(output, edit);
  return wordEdits / Math.max(outputWords, editWords, 1);
}

/** Wants the edit, or with the target 'edit-or-output' the output that nobody edited. */
export function evaluationExample(
  row: ExportRow,
  { target }: ExampleOptions,
): Result<EvaluationExample, SkippedRow> {
  const { interactionId: id, messages: prompt, output, edit, modes = [] } = row;
  const ideal = edit ?? (target === 'edit-or-output' ? output : null);
  if (ideal === null) return noEdit;
  const avoid = edit === null ? [] : removedTexts(output, edit);
  return { ok: true, value: { kind: 'evaluation', id, prompt, ideal, avoid, modes } };
}

const noEdit = skip('no_edit', 'Nobody edited the output.');

const identical = skip('identical_preference', 'The edit is the output, apart from white space.');
