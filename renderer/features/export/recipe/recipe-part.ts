import type { ExportFormat, Recipe } from '../../../../shared/domain/export/recipe.ts';
import { formats } from '../../../../shared/domain/export/formats/registry.ts';

/** What a part of the form gets: the recipe, what is wrong with its fields by their paths, and how it is changed. */
export interface SectionProps {
  readonly recipe: Recipe;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<Recipe>) => void;
}

/** A part of a recipe, or nothing where none of its fields is set: what is not asked for is not in the recipe. */
export function orNothing<Part extends object>(part: Part): Part | undefined {
  return Object.values(part).every((value) => value === undefined) ? undefined : part;
}

/** The parts of the form that a recipe has, in the order in which they stand. */
export const sectionIds = [
  'format',
  'interactions',
  'answers',
  'limits',
  'duplicates',
  'privacy',
  'tokens',
  'split',
  'card',
] as const;
export type SectionId = (typeof sectionIds)[number];

export const sectionTitles: Readonly<Record<SectionId, string>> = {
  format: 'Format',
  interactions: 'Interactions',
  answers: 'Answers',
  limits: 'Limits and balance',
  duplicates: 'Duplicates',
  privacy: 'Personal data',
  tokens: 'Tokens',
  split: 'Split',
  card: 'Hugging Face card',
};

/** A whole file with a head and a tail is no file of lines, and goes into no other container. */
export function hasContainer(format: ExportFormat): boolean {
  return formats[format].layout === undefined;
}

export function hasCard({ container }: Recipe): boolean {
  return container === 'huggingface';
}
