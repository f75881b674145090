import { z } from 'zod';
import { type Database, prepare } from '../database.ts';
import { valuesOf } from '../query.ts';

/** What values are worked out with besides the interaction itself. */
const basisSchema = z.object({
  version: z.int(),
  /** Revision of the settings. */
  revision: z.int(),
  /** What of the project decides over every value, such as the ends of the scale of ratings, as a text to compare. */
  facts: z.string(),
  /** What decides only over what waits: the newest interaction, and until when each outcome is known. */
  newestAt: z.int().nullable(),
  feedEnds: z.string(),
  /** False while a run works out all values anew. */
  isComplete: z.boolean(),
});
export type SignalBasis = z.infer<typeof basisSchema>;

/** Null where values were never worked out. */
export function readSignalBasis(database: Database): SignalBasis | null {
  const body = valuesOf<string>(database, 'SELECT body FROM signal_basis').get();
  return body === undefined ? null : basisSchema.parse(JSON.parse(body));
}

export function writeSignalBasis(database: Database, basis: SignalBasis): void {
  prepare(
    database,
    'INSERT INTO signal_basis (one, body) VALUES (1, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  ).run(JSON.stringify(basis));
}
