import { existsSync } from 'node:fs';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { clauseToText } from '../../../shared/domain/filter/parse-clause.ts';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { findRecipe } from '../find-recipe.ts';
import { formatTable, formatTime, oneLine, plural, printable } from '../format.ts';
import { type RecipeAction, recipeUsage } from '../recipe-actions.ts';
import { readRecipeFile } from '../recipe-file.ts';
import { withProject } from '../with-project.ts';

export interface RecipeOptions {
  readonly file?: string;
}

/** Lists the saved recipes, or does one thing with some of them. */
export async function recipe(
  project: string,
  action: RecipeAction,
  names: readonly string[],
  options: RecipeOptions,
): Promise<Answer> {
  if (options.file !== undefined && action !== 'save')
    throw new UsageError({
      message: '--file goes with save: flywheel recipe PROJECT save NAME --file FILE.',
    });
  const [first = '', second] = names;
  const wanted = { list: [0], save: [1], show: [1], compare: [1, 2], remove: [1] }[action];
  if (!wanted.includes(names.length))
    throw new UsageError({ message: `It is flywheel recipe PROJECT ${recipeUsage[action]}.` });
  switch (action) {
    case 'list':
      return withProject(project, 'read', listAll);
    case 'save':
      return save(project, first, options.file);
    case 'show':
      return withProject(project, 'read', async (client) => show(client, first));
    case 'compare':
      return withProject(project, 'read', async (client) => compare(client, first, second));
    case 'remove':
      return withProject(project, 'write', async (client) => {
        await client.recipes.remove({ name: first });
        return { json: { removed: first }, text: `${first} is off the list. Its versions stay.` };
      });
  }
}

async function listAll(client: Client): Promise<Answer> {
  const recipes = await client.recipes.list();
  const text = formatTable(
    recipes.map(({ name, versions, recipe: { format, filter }, savedAt }) => [
      oneLine(name, 40),
      plural(versions, 'version'),
      format,
      oneLine(filter.map(clauseToText).join(' '), 50),
      `saved ${formatTime(savedAt)}`,
    ]),
  );
  const empty = 'No recipe is saved yet. Save one: flywheel recipe PROJECT save NAME --file FILE.';
  return { json: { recipes }, text: recipes.length === 0 ? empty : text };
}

async function save(project: string, name: string, file: string | undefined): Promise<Answer> {
  if (file === undefined)
    throw new UsageError({ message: 'Say which recipe with --file: a recipe or a manifest as JSON.' });
  const read = readRecipeFile(file);
  return withProject(project, 'write', async (client) => {
    const saved = await client.recipes.save({ name, recipe: read });
    return { json: saved, text: `${saved.name}@${saved.version}, saved ${formatTime(saved.savedAt)}` };
  });
}

async function show(client: Client, reference: string): Promise<Answer> {
  const saved = await findRecipe(client, reference);
  const title = `${saved.name}@${saved.version}, saved ${formatTime(saved.savedAt)}`;
  return { json: saved, text: printable(`${title}\n${JSON.stringify(saved.recipe, null, 2)}`) };
}

/** Without a second one, the version is compared with the one before it. */
async function compare(client: Client, first: string, second: string | undefined): Promise<Answer> {
  const [before, after] =
    second === undefined
      ? await lastChange(client, first)
      : [await readReference(client, first), await readReference(client, second)];
  const differences = await client.recipes.compare({ before, after });
  const sentences = differences.map(({ sentence }) => sentence).join('\n');
  return { json: { differences }, text: sentences === '' ? 'They are the same.' : printable(sentences) };
}

async function lastChange(client: Client, reference: string): Promise<readonly [Recipe, Recipe]> {
  const { name, version, recipe: after } = await findRecipe(client, reference);
  if (version === 1)
    throw new UsageError({ message: `“${name}” has no version before ${version}. Name two recipes.` });
  const { recipe: before } = await findRecipe(client, `${name}@${version - 1}`);
  return [before, after];
}

/** What is no file is the name of a saved recipe. */
async function readReference(client: Client, reference: string): Promise<Recipe> {
  if (existsSync(reference)) return readRecipeFile(reference);
  return (await findRecipe(client, reference)).recipe;
}
