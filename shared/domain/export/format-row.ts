import type { JsonObject } from '../json.ts';
import type { Result } from '../../result/result.ts';
import { isSameText } from '../text/is-same-text.ts';
import type { ExportRow } from './export-row.ts';
import { openAiMessages, trlMessages } from './format-messages.ts';
import type { ExportFormat, Recipe } from './recipe.ts';

/** Why an interaction gives no row of this format. */
export interface SkippedRow {
  readonly rule: 'no_edit' | 'identical_preference';
  readonly message: string;
}

/**
 * One row of an export: its keys in the order of the format's documentation, no others, all text well-formed.
 * Supervised pairs learn the edit, or with the target 'edit-or-output' the output that nobody changed. Preference
 * pairs prefer the edit to the output and need the two to differ in more than white space.
 */
export function formatRow(
  format: ExportFormat,
  row: ExportRow,
  options: Pick<Recipe, 'target'>,
): Result<JsonObject, SkippedRow> {
  return formats[format](row, options);
}

/** The row as one line of a JSONL file, line feed included. */
export function toLine(row: JsonObject): string {
  return `${JSON.stringify(row)}\n`;
}

type FormatRow = (row: ExportRow, options: Pick<Recipe, 'target'>) => Result<JsonObject, SkippedRow>;

/** FORMATS: OpenAI chat and preference fine-tuning (openai-openapi 9a72a42), TRL 1.10 dataset formats. */
const formats: Readonly<Record<ExportFormat, FormatRow>> = {
  'openai-chat': (row, { target }) =>
    withTarget(row, target, (text) => ({ messages: [...openAiMessages(row.messages), answer(text)] })),
  'openai-dpo': (row) =>
    withPreference(row, (edit) => ({
      input: { messages: openAiMessages(row.messages) },
      preferred_output: [answer(edit)],
      non_preferred_output: [answer(row.output)],
    })),
  'trl-prompt-completion': (row, { target }) =>
    withTarget(row, target, (text) => ({ prompt: trlMessages(row.messages), completion: [answer(text)] })),
  'trl-preference': (row) =>
    withPreference(row, (edit) => ({
      prompt: trlMessages(row.messages),
      chosen: [answer(edit)],
      rejected: [answer(row.output)],
    })),
};

function withTarget(
  row: ExportRow,
  target: Recipe['target'],
  format: (text: string) => JsonObject,
): Result<JsonObject, SkippedRow> {
  const text = row.edit ?? (target === 'edit-or-output' ? row.output : null);
  return text === null ? noEdit : { ok: true, value: format(text) };
}

function withPreference(
  row: ExportRow,
  format: (edit: string) => JsonObject,
): Result<JsonObject, SkippedRow> {
  if (row.edit === null) return noEdit;
  return isSameText(row.edit, row.output) ? identical : { ok: true, value: format(row.edit) };
}

const noEdit: { readonly ok: false; readonly error: SkippedRow } = {
  ok: false,
  error: { rule: 'no_edit', message: 'Nobody edited the output.' },
};

const identical: { readonly ok: false; readonly error: SkippedRow } = {
  ok: false,
  error: { rule: 'identical_preference', message: 'The edit is the output, apart from white space.' },
};

function answer(text: string): JsonObject {
  return { role: 'assistant', content: text.toWellFormed() };
}
