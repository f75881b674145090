import { z } from 'zod';
import { labelSchemaSchema, questionSchema, schemaDraftSchema } from '../domain/schema/label-schema.ts';
import { schemaUsageSchema } from '../domain/schema/schema-usage.ts';
import { operation, time } from './operation.ts';

export const schemaVersionSchema = z.object({
  schema: labelSchemaSchema,
  savedAt: time,
  /** Null for the version that the project was made with. */
  savedBy: z.string().nullable(),
});
export type SchemaVersion = z.infer<typeof schemaVersionSchema>;

export const builtInSchemaSchema = z.object({ id: z.string(), schema: schemaDraftSchema });
export type BuiltInSchema = z.infer<typeof builtInSchemaSchema>;

/** The label schema and its versions; `review.schema` is the one that is in use. */
export const schemaOperations = {
  /** Every version, newest first. */
  history: operation.output(z.array(schemaVersionSchema)),
  /** Every question that was ever asked, with every choice that it ever had: what stored labels are read by. */
  everyQuestion: operation.output(z.array(questionSchema)),
  /** How many labels each question and each choice has, also those that are no longer asked. */
  usage: operation.output(schemaUsageSchema),
  /**
   * Saves the next version; labels stay as they are. SCHEMA_INVALID where something is wrong with it, where labels
   * would lose their meaning, or where `basedOn` is no longer the newest version.
   */
  save: operation
    .input(
      z.object({
        schema: schemaDraftSchema,
        basedOn: z.int().min(1),
        annotator: z.string().trim().min(1).max(100),
      }),
    )
    .output(labelSchemaSchema),
  /** The schemas that Flywheel ships, that of new projects first. Needs no project. */
  builtIn: operation.output(z.array(builtInSchemaSchema)),
  /** Reads and checks the schema of a JSON file; nothing is stored. Needs no project. */
  read: operation.input(z.object({ path: z.string().min(1) })).output(schemaDraftSchema),
  /** Writes the schema in use to a JSON file, in place of what is there. */
  write: operation
    .input(z.object({ path: z.string().min(1) }))
    .output(z.object({ path: z.string(), version: z.int() })),
};
