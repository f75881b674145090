import { readFileSync } from 'node:fs';
import { readRecipe } from '../../shared/domain/export/read-recipe.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { argument, UsageError } from './failure.ts';

/** The recipe in a JSON file: a recipe, a saved one, or a manifest. */
export function readRecipeFile(path: string): Recipe {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({ code: 'RECIPE_INVALID', message: `${path} cannot be read: ${reason}` });
  }
  return argument(readRecipe(content));
}
