import { exportExtension, withoutExtension } from '../../../shared/domain/export/export-extension.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';

export interface ExportPaths {
  readonly training: string;
  readonly validation: string;
  readonly test: string;
  readonly lineage: string;
  readonly manifest: string;
}

/**
 * FILE, and beside it NAME.validation, NAME.test, NAME.lineage.jsonl and NAME.manifest.json, NAME being FILE without the ending that the recipe's
 * files have, which those files get as well.
 */
export function exportPaths(file: string, recipe: Pick<Recipe, 'format' | 'container'>): ExportPaths {
  const extension = exportExtension(recipe);
  const name = withoutExtension(file, extension);
  return {
    training: file,
    validation: `${name}.validation${extension}`,
    test: `${name}.test${extension}`,
    lineage: `${name}.lineage.jsonl`,
    manifest: `${name}.manifest.json`,
  };
}
