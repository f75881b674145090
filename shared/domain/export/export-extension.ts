import { formats } from './formats/registry.ts';
import type { Recipe } from './recipe.ts';

/** How names of a recipe's files end, with the point: as its format has it, else as its container; a folder has none. */
export function exportExtension({
  format,
  container = 'jsonl',
}: Pick<Recipe, 'format' | 'container'>): string {
  if (container === 'huggingface') return '';
  return `.${formats[format].layout?.extension ?? container}`;
}

/** A file's name or path without that ending; `.jsonl` and `.json` go as well. */
export function withoutExtension(file: string, extension: string): string {
  const lower = file.toLowerCase();
  const found = [extension, '.jsonl', '.json'].find((known) => lower.endsWith(known)) ?? '';
  return file.slice(0, file.length - found.length);
}
