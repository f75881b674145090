import type { SavedRecipe } from '../../../shared/contract/recipe-operations.ts';
import { compareRecipes } from '../../../shared/domain/export/compare-recipes.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { fail, type Failure, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  insertRecipe,
  isRecipeRemoved,
  listRecipes,
  listRecipeVersions,
  markRecipeRemoved,
  unmarkRecipeRemoved,
} from '../../db/tables/recipes.ts';

/** The newest version of each, by name, with how many there are. */
export function listSavedRecipes(database: Database): (SavedRecipe & { readonly versions: number })[] {
  return listRecipes(database).map(({ name, version, recipe, savedAt }) => ({
    name,
    version,
    recipe,
    savedAt,
    // They count from 1 without a gap.
    versions: version,
  }));
}

/** Newest first, also of a name that is off the list. RECIPE_NOT_FOUND. */
export function recipeVersions(database: Database, name: string): Result<SavedRecipe[]> {
  const versions = listRecipeVersions(database, name);
  return versions.length === 0 ? notFound(database, name) : succeed(versions);
}

/**
 * The next version of a recipe under its name, or the newest one where nothing changed. A name that was taken off the
 * list comes back, and its versions count on.
 */
export function saveRecipe(
  database: Database,
  { name, recipe }: { readonly name: string; readonly recipe: Recipe },
  now = Date.now(),
): SavedRecipe {
  return transact(database, () => {
    const [newest] = listRecipeVersions(database, name);
    unmarkRecipeRemoved(database, name);
    if (newest !== undefined && compareRecipes(newest.recipe, recipe).length === 0) return newest;
    // The name keeps the writing of its first version, so that all versions have the same.
    const saved = {
      name: newest?.name ?? name,
      version: (newest?.version ?? 0) + 1,
      recipe,
      savedAt: now,
    };
    insertRecipe(database, saved);
    return saved;
  });
}

/** Takes a recipe off the list; its versions stay for the snapshots made with them. RECIPE_NOT_FOUND. */
export function removeRecipe(database: Database, name: string): Result<null> {
  return transact(database, () => {
    if (listRecipeVersions(database, name).length === 0 || isRecipeRemoved(database, name))
      return notFound(database, name);
    markRecipeRemoved(database, name);
    return succeed(null);
  });
}

function notFound(database: Database, name: string): { readonly ok: false; readonly error: Failure } {
  const known = listRecipes(database).map((recipe) => recipe.name);
  const next =
    known.length === 0 ? 'None is saved yet: save one first.' : `Take one of these: ${known.join(', ')}.`;
  return fail('RECIPE_NOT_FOUND', `There is no recipe “${name}”. ${next}`);
}
