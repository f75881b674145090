import { z } from 'zod';
import { joinMethodSchema } from '../domain/mapping/join-method.ts';
import { count } from './operation.ts';

/** Rows of attachments that found their interactions, and why the others did not. */
export const joinCoverageSchema = z.object({
  method: joinMethodSchema,
  /** Rows that bring something to interactions. */
  rows: count,
  joined: count,
  /** Rows that did not, by reason such as `no_match`. */
  reasons: z.record(z.string(), count),
  /** The first of them. */
  examples: z.array(z.object({ line: count, reason: z.string(), message: z.string(), raw: z.string() })),
});
export type JoinCoverage = z.infer<typeof joinCoverageSchema>;
