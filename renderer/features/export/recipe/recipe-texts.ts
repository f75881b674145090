import type { Container } from '../../../../shared/domain/export/container.ts';
import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import type { ExportFormat, Recipe } from '../../../../shared/domain/export/recipe.ts';
import type {
  Balance,
  PairingOptions,
  PrivacyOptions,
} from '../../../../shared/domain/export/recipe-parts.ts';

type Texts<Value extends string> = Readonly<Record<Value, string>>;

export const targetTexts: Texts<Recipe['target']> = {
  edit: 'Edits only',
  'edit-or-output': 'Edits, and outputs that nobody edited',
};

export const trainsTexts: Texts<NonNullable<Recipe['trains']>> = {
  all: 'Learned, too',
  last: 'Not learned',
};

export const groupTexts: Texts<Recipe['groupBy']> = {
  session: 'Session',
  user: 'User',
  interaction: 'Single interaction',
};

export const pairTexts: Texts<PairingOptions['from']> = {
  edit: 'Edits: the edit is better than its output',
  preference: 'Preferences between two outputs',
  rating: 'Ratings',
  outcome: 'Outcomes',
  contrast: 'Several outputs of one input, best against worst',
};

export const privacyActionTexts: Texts<PrivacyOptions['action']> = {
  redact: 'Redact: the kind in its place',
  mask: 'Mask: its shape stays',
  drop: 'Leave the row out',
};

export const balanceTexts: Texts<Balance['by']> = {
  mode: 'Failure mode',
  prompt_version: 'Prompt version',
  model: 'Model',
  user: 'User',
  answer: 'Good and bad answers',
};

export const kindTexts: Texts<(typeof formats)[ExportFormat]['kind']> = {
  supervised: 'One answer to learn',
  preference: 'A better and a worse answer',
  unpaired: 'Good and bad answers',
  stepwise: 'Good and bad steps',
  evaluation: 'Eval sets',
};

export const containerTexts: Texts<Container> = {
  jsonl: 'JSON Lines',
  'jsonl.gz': 'JSON Lines, gzip',
  'jsonl.zst': 'JSON Lines, Zstandard',
  parquet: 'Parquet',
  csv: 'CSV, for spreadsheets',
  huggingface: 'Hugging Face folder',
};

/** Few-shot sets are written as one answer each; they stand apart all the same. */
export function formatGroup(format: ExportFormat): string {
  return format.startsWith('fewshot-') ? 'Few-shot sets' : kindTexts[formats[format].kind];
}

/** Formats whose rows hold one answer; the others always pair edit and output. */
export function hasOneAnswer(format: ExportFormat): boolean {
  return formats[format].kind !== 'preference';
}

export function optionsOf<Value extends string>(texts: Texts<Value>) {
  const entries: { readonly value: Value; readonly name: string }[] = [];
  for (const value in texts) entries.push({ value, name: texts[value] });
  return entries;
}
