import { z } from 'zod';
import { id, operation } from './operation.ts';

const annotator = z.string().trim().min(1).max(100);

/** Something typed for an interaction and not saved yet. */
export const draftSchema = z.object({
  id,
  /** What it is a draft of: `edit`, `note <question>`, `changes <pair>`. */
  part: z.string().min(1).max(500),
  text: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftOperations = {
  /** The annotator's drafts, the newest first, a thousand at most. */
  drafts: operation.input(z.object({ annotator })).output(z.array(draftSchema)),
  /** Puts a draft in place of the one before; with null there is none any more. ITEM_NOT_FOUND. */
  keepDraft: operation.input(draftSchema.extend({ annotator, text: z.string().nullable() })).output(z.null()),
};
