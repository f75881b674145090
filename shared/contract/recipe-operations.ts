import { z } from 'zod';
import { recipeSchema } from '../domain/export/recipe.ts';
import { count, operation, time } from './operation.ts';

/** NAME@VERSION stands for a version, so a name does not look like one. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^(?!.*@\d+$)/, 'A name does not end in @ and a number.');

/** One version of a saved recipe; versions count from 1 and never change. */
export const savedRecipeSchema = z.object({
  name,
  version: z.int().min(1),
  recipe: recipeSchema,
  savedAt: time,
});
export type SavedRecipe = z.infer<typeof savedRecipeSchema>;

/** One field in which two recipes differ; null where it is not there. */
export const recipeDifferenceSchema = z.object({
  /** Its path, such as `limits.perUser`. */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sentence: z.string(),
});
export type RecipeDifference = z.infer<typeof recipeDifferenceSchema>;

export const recipeOperations = {
  /** The newest version of each, by name. */
  list: operation.output(z.array(savedRecipeSchema.extend({ versions: count }))),
  /** Newest first. */
  versions: operation.input(z.object({ name })).output(z.array(savedRecipeSchema)),
  /** Gives the newest version where nothing changed, else the next one. */
  save: operation.input(z.object({ name, recipe: recipeSchema })).output(savedRecipeSchema),
  /** Takes it off the list; its versions stay for the snapshots made with them. */
  remove: operation.input(z.object({ name })),
  compare: operation
    .input(z.object({ before: recipeSchema, after: recipeSchema }))
    .output(z.array(recipeDifferenceSchema)),
};
