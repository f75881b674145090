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
