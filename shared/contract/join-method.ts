import { z } from 'zod';

/** How rows of a file of attachments find their interactions. */
export const joinMethodSchema = z.discriminatedUnion('by', [
  /** By external id, else by another of its ids, else by place in the session. */
  z.object({ by: z.literal('id') }),
  /** All interactions of the session, or the last one that was not after the row. */
  z.object({ by: z.literal('session'), which: z.enum(['last', 'all']) }),
  /** The last interaction of the user, at most so many minutes before the row. */
  z.object({ by: z.literal('user_window'), minutes: z.number().positive().max(527_040) }),
  /** The interaction for which the second template gives what the first gives for the row, such as `{user}-{meta.order}`. */
  z.object({
    by: z.literal('key'),
    row: z.string().min(1).max(500),
    interaction: z.string().min(1).max(500),
  }),
]);
export type JoinMethod = z.infer<typeof joinMethodSchema>;

/** Rows of attachments that found their interactions, and why the others did not. */
export const joinCoverageSchema = z.object({
  method: joinMethodSchema,
  /** Rows that bring something to interactions. */
  rows: z.int().min(0),
  joined: z.int().min(0),
  /** Rows that did not, by reason such as `no_match`. */
  reasons: z.record(z.string(), z.int().min(0)),
  /** The first of them. */
  examples: z.array(
    z.object({ line: z.int().min(0), reason: z.string(), message: z.string(), raw: z.string() }),
  ),
});
export type JoinCoverage = z.infer<typeof joinCoverageSchema>;
