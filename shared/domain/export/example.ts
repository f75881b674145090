import type { Result } from '../../result/result.ts';
import type { Json } from '../json.ts';
import type { Message } from '../message.ts';
import { isSameText } from '../text/is-same-text.ts';
import type { ExportRow } from './export-row.ts';
import type { Recipe } from './recipe.ts';
import { skip, type SkippedRow } from './row-finding.ts';

/** What a format writes a row from: the same for all formats, so that each says only how it is spelled. */
export type Example = SupervisedExample | PreferenceExample;

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

export type ExampleOptions = Pick<Recipe, 'target' | 'trains'>;

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

const noEdit = skip('no_edit', 'Nobody edited the output.');

const identical = skip('identical_preference', 'The edit is the output, apart from white space.');
