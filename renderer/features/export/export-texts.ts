import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { ExportFormat, Recipe } from '../../../shared/domain/export/recipe.ts';

export const targetTexts: Readonly<Record<Recipe['target'], string>> = {
  edit: 'Edits only',
  'edit-or-output': 'Edits, and outputs that nobody edited',
};

export const trainsTexts: Readonly<Record<NonNullable<Recipe['trains']>, string>> = {
  all: 'Learned, too',
  last: 'Not learned',
};

export const groupTexts: Readonly<Record<Recipe['groupBy'], string>> = {
  session: 'Session',
  user: 'User',
  interaction: 'Single interaction',
};

/** Formats whose rows hold one answer; the others always pair edit and output. */
export function hasOneAnswer(format: ExportFormat): boolean {
  return formats[format].kind !== 'preference';
}
