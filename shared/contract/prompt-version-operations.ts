import { z } from 'zod';
import { count, id, operation, time } from './operation.ts';

const annotator = z.string().trim().min(1).max(100);

export const promptVersionSchema = z.object({
  id,
  name: z.string(),
  interactions: count,
  /** Time of its first and last interaction; null where none has a time. */
  firstSeen: time.nullable(),
  lastSeen: time.nullable(),
  /** When it went live, as a person said; null where nobody did. */
  liveFrom: time.nullable(),
  template: z.string().nullable(),
});
export type PromptVersion = z.infer<typeof promptVersionSchema>;

export const promptVersionOperations = {
  /** Of all prompt versions, by `liveFrom`, else `firstSeen`; those without any time come last. */
  list: operation.output(z.array(promptVersionSchema)),
  /** Says when it went live and what its template is; null takes that back. PROMPT_VERSION_NOT_FOUND. */
  change: operation
    .input(
      z.object({
        annotator,
        id,
        change: z
          .object({ liveFrom: time.nullable(), template: z.string().max(100_000).nullable() })
          .partial(),
      }),
    )
    .output(promptVersionSchema.pick({ id: true, name: true, liveFrom: true, template: true })),
};
