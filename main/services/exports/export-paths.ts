import { exportExtension, withoutExtension } from '../../../shared/domain/export/export-extension.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';

export interface ExportPaths {
  readonly training: string;
  readonly validation: string;
  readonly manifest: string;
}

/**
 * FILE, and beside it NAME.validation and NAME.manifest.json, NAME being FILE without the ending that the recipe's
 * files have, which the validation file gets as well.
 */
export function exportPaths(file: string, recipe: Pick<Recipe, 'format' | 'container'>): ExportPaths {
  const extension = exportExtension(recipe);
  const name = withoutExtension(file, extension);
  return {
    training: file,
    validation: `${name}.validation${extension}`,
    manifest: `${name}.manifest.json`,
  };
}
