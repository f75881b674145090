import { z } from 'zod';
import { flagSchema } from './item-operations.ts';
import { id, operation } from './operation.ts';

const annotator = z.string().trim().min(1).max(100);
const sentence = z.string().trim().max(2000);

/** What an annotator says of an interaction beside answers: each is an act, on disk when it returns, and can be undone. */
export const markOperations = {
  /**
   * Leaves an interaction of a queue out for this annotator; with null no longer. QUEUE_NOT_FOUND, ITEM_NOT_FOUND where it
   * is not in the queue.
   */
  skip: operation
    .input(z.object({ id, queue: id, annotator, reason: sentence.nullable() }))
    .output(z.object({ reason: z.string().nullable() })),
  /** Asks the lead to look at an interaction, in place of one's earlier flag; with null no longer. ITEM_NOT_FOUND. */
  flag: operation
    .input(z.object({ id, annotator, note: sentence.nullable() }))
    .output(z.object({ flags: z.array(flagSchema) })),
  /** Settles somebody's flag; with null it is open again. ITEM_NOT_FOUND, FLAG_NOT_FOUND. */
  resolveFlag: operation
    .input(z.object({ id, annotator, flaggedBy: annotator, resolution: sentence.nullable() }))
    .output(z.object({ flags: z.array(flagSchema) })),
};
