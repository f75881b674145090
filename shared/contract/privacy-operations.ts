import { z } from 'zod';
import { recipeSchema } from '../domain/export/recipe.ts';
import { findingKinds } from '../domain/privacy/finding.ts';
import { count, id, operation } from './operation.ts';

/** One finding of personal data with the text around it, as it stands in the project. */
export const privacySampleSchema = z.object({
  itemId: id,
  place: z.enum(['input', 'output', 'edit']),
  before: z.string(),
  found: z.string(),
  after: z.string(),
});
export type PrivacySample = z.infer<typeof privacySampleSchema>;

export const privacyOperations = {
  /**
   * Findings of one kind, at most one of an interaction, drawn by lot from what the recipe's filter finds: the same ones
   * each time. `looked` interactions of `matching` were searched for them. INPUT_INVALID without personal data to find.
   */
  privacySamples: operation
    .input(
      z.object({
        recipe: recipeSchema,
        kind: z.enum(findingKinds),
        most: z.int().min(1).max(200).optional(),
      }),
    )
    .output(z.object({ samples: z.array(privacySampleSchema), looked: count, matching: count })),
};
