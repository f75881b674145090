import { z } from 'zod';
import { fileFields, mappingSchema } from './import-operations.ts';
import { count, id, operation } from './operation.ts';

/** A change of a file that was not imported, and what it would be in the project. */
export const classifiedChangeSchema = z.object({
  /** See `placeKey`; empty for a whole output. */
  place: z.string(),
  removed: z.string(),
  added: z.string(),
  comments: z.array(z.string()),
  failureMode: z.object({ id, name: z.string() }).nullable(),
  /** Whether its cluster says so, or that it is the nearest. */
  how: z.enum(['cluster', 'near']).nullable(),
  /** Null where it is near to none. */
  cluster: z.object({ id, name: z.string() }).nullable(),
  /** Cosine to its failure mode, else to the nearest small group. */
  score: z.number(),
});
export type ClassifiedChange = z.infer<typeof classifiedChangeSchema>;

export const classifiedFileSchema = z.object({
  /** Rows looked at; those that could not be read or mapped; those that belong to interactions of other files. */
  read: count,
  rejected: count,
  attachments: count,
  /** Whether the file may hold more rows. */
  isCut: z.boolean(),
  changes: count,
  /** Rows with changes, in the order of the file. */
  items: z.array(
    z.object({
      line: count,
      externalId: z.string().nullable(),
      changes: z.array(classifiedChangeSchema),
    }),
  ),
});
export type ClassifiedFile = z.infer<typeof classifiedFileSchema>;

export const classifyOperations = {
  /**
   * Which failure mode, or else cluster, each change of a file's rows would get; nothing is stored. Without a mapping the
   * guessed one is used. RUN_NOT_FOUND where there are no clusters, MODEL_UNUSABLE, and what reading the file fails with.
   */
  classify: operation
    .input(
      z.object({
        ...fileFields,
        mapping: mappingSchema.optional(),
        /** How many rows are looked at; 10,000 where nothing is said. */
        rows: z.int().min(1).max(20_000).optional(),
      }),
    )
    .output(classifiedFileSchema),
};
