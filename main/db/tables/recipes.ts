import { z } from 'zod';
import type { SavedRecipe } from '../../../shared/contract/recipe-operations.ts';
import { recipeSchema } from '../../../shared/domain/export/recipe.ts';
import { type Database, prepare } from '../database.ts';

const recipeRow = z.object({
  name: z.string(),
  version: z.int(),
  recipe: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(recipeSchema),
  savedAt: z.int(),
});

const columns = 'name, version, body AS recipe, saved_at AS savedAt';

/** The newest version of each that is on the list, by name. */
export function listRecipes(database: Database): SavedRecipe[] {
  const rows = prepare(
    database,
    `SELECT ${columns} FROM recipes AS newest
     WHERE version = (SELECT max(version) FROM recipes WHERE name = newest.name)
       AND name NOT IN (SELECT name FROM removed_recipes)
     ORDER BY name`,
  ).all();
  return z.array(recipeRow).parse(rows);
}

/** Newest first; none where no recipe ever had this name. */
export function listRecipeVersions(database: Database, name: string): SavedRecipe[] {
  const rows = prepare(database, `SELECT ${columns} FROM recipes WHERE name = ? ORDER BY version DESC`).all(
    name,
  );
  return z.array(recipeRow).parse(rows);
}

export function insertRecipe(database: Database, { name, version, recipe, savedAt }: SavedRecipe): void {
  prepare(database, 'INSERT INTO recipes (name, version, body, saved_at) VALUES (?, ?, ?, ?)').run(
    name,
    version,
    JSON.stringify(recipe),
    savedAt,
  );
}

/** Takes a name off the list; its versions stay. */
export function markRecipeRemoved(database: Database, name: string): void {
  prepare(database, 'INSERT INTO removed_recipes (name) VALUES (?) ON CONFLICT DO NOTHING').run(name);
}

/** Puts a name on the list again. */
export function unmarkRecipeRemoved(database: Database, name: string): void {
  prepare(database, 'DELETE FROM removed_recipes WHERE name = ?').run(name);
}

export function isRecipeRemoved(database: Database, name: string): boolean {
  return prepare(database, 'SELECT 1 FROM removed_recipes WHERE name = ?').get(name) !== undefined;
}
