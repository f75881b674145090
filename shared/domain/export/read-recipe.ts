import { z } from 'zod';
import { fail, type Result, succeed } from '../../result/result.ts';
import { type Recipe, recipeSchema } from './recipe.ts';

/** What holds a recipe beside other things: a manifest, or a saved recipe. */
const holderSchema = z.looseObject({ recipe: z.looseObject({}) });

/**
 * The recipe in what a JSON file holds: the recipe itself, or a manifest or saved recipe with it. RECIPE_INVALID, with
 * the field; keys that no recipe has are refused, because a misspelt one would change nothing unseen.
 */
export function readRecipe(content: unknown): Result<Recipe> {
  const holder = holderSchema.safeParse(content);
  const body: unknown = holder.success ? holder.data.recipe : content;
  const parsed = recipeSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue === undefined || issue.path.length === 0 ? 'The recipe' : issue.path.join('.');
    return fail('RECIPE_INVALID', `${field}: ${issue?.message ?? 'cannot be read'}.`);
  }
  const unknown = unknownKeys(body, parsed.data);
  if (unknown.length === 0) return succeed(parsed.data);
  return fail(
    'RECIPE_INVALID',
    `A recipe has no ${unknown.join(' and no ')}. Take it out, or see how it is spelt: flywheel recipe PROJECT show NAME --json.`,
  );
}

/** Paths of what was read but not understood. */
function unknownKeys(read: unknown, understood: unknown, path = ''): string[] {
  if (!isObject(read) || !isObject(understood)) return [];
  return Object.entries(read).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return key in understood ? unknownKeys(value, Reflect.get(understood, key), place) : [place];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
