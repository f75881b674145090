import { z } from 'zod';
import { itemSummarySchema } from './item-operations.ts';
import { count, id, operation, time } from './operation.ts';

export const sessionItemSchema = itemSummarySchema
  .pick({ id: true, input: true, edited: true, labelled: true, createdAt: true })
  .extend({
    /** That it asks again what was asked before: the log says so, or its input is nearly that of the one before it. */
    requery: z.enum(['logged', 'same_input']).nullable(),
  });
export type SessionItem = z.infer<typeof sessionItemSchema>;

/** Why an interaction is similar: it says nearly the same, or these words, which few interactions hold, are in both. */
export const similaritySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('near_duplicate') }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
]);

export const similarItemSchema = itemSummarySchema
  .pick({ id: true, input: true, output: true, edited: true, labelled: true })
  .extend({ why: similaritySchema });
export type SimilarItem = z.infer<typeof similarItemSchema>;

/** What is around one interaction. Each asks for work that is bounded, however many interactions there are. */
export const contextOperations = {
  /** The interactions of the same session around this one, itself included, by time and then in import order. */
  session: operation.input(z.object({ id, around: z.int().min(1).max(20).optional() })).output(
    z.object({
      items: z.array(sessionItemSchema),
      /** Its place in the session, counted from 1; 0 where it belongs to none. */
      position: count,
      total: count,
      /** False where the session is so long that only the part nearest in import order was looked at. */
      isWhole: z.boolean(),
    }),
  ),
  /** Near-duplicates, then those that share telling words of the input, the most alike first. */
  similar: operation.input(z.object({ id, limit: z.int().min(1).max(50).optional() })).output(
    z.object({
      items: z.array(similarItemSchema),
      /** False while the search index of an import is still being built, which then lacks interactions. */
      isComplete: z.boolean(),
    }),
  ),
  promptVersion: operation
    .input(z.object({ name: z.string() }))
    .output(z.object({ liveFrom: time.nullable(), template: z.string().nullable() }).nullable()),
};
