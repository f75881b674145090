import { z } from 'zod';
import { rejectReasons } from '../domain/mapping/mapped-row.ts';
import { count, id, operation, time } from './operation.ts';

export const mappingEntrySchema = z.object({ target: z.string().min(1), path: z.string().min(1) });
export const mappingSchema = z.array(mappingEntrySchema);

export const fileFormatSchema = z.enum(['jsonl', 'json', 'csv', 'tsv']);
export type FileFormat = z.infer<typeof fileFormatSchema>;

export const fileShapeSchema = z.object({
  format: fileFormatSchema,
  compression: z.enum(['none', 'gzip']),
  encoding: z.string(),
  bom: z.boolean(),
  delimiter: z.string().nullable(),
  bytes: count,
});
export type FileShape = z.infer<typeof fileShapeSchema>;

/** One column (or nested path) of the file with real values, for the mapping screen. */
export const columnSchema = z.object({
  path: z.string(),
  /** Up to three distinct values of the first rows, cut to 200 characters. */
  examples: z.array(z.string()),
  filled: count,
  kind: z.enum(['text', 'number', 'boolean', 'time', 'list', 'object', 'mixed', 'empty']),
});
export type Column = z.infer<typeof columnSchema>;

export const rejectSchema = z.object({
  line: count,
  byteOffset: count,
  reason: z.enum(rejectReasons),
  message: z.string(),
  raw: z.string(),
});
export type Reject = z.infer<typeof rejectSchema>;

/** What one target would receive, over the rows of a dry run. */
export const targetPreviewSchema = z.object({
  target: z.string(),
  path: z.string(),
  filled: count,
  empty: count,
  distinct: count,
  examples: z.array(z.string()),
});
export type TargetPreview = z.infer<typeof targetPreviewSchema>;

export const importPreviewSchema = z.object({
  read: count,
  accepted: count,
  targets: z.array(targetPreviewSchema),
  rejects: z.array(rejectSchema),
  /** The first rows as they would arrive. */
  rows: z.array(
    z.object({
      line: count,
      input: z.string(),
      output: z.string(),
      edit: z.string().nullable(),
      signals: z.array(z.string()),
      labels: z.array(z.string()),
    }),
  ),
  /** Columns no target takes; they are kept as metadata. */
  unmapped: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const sourceStates = ['importing', 'done', 'cancelled', 'interrupted', 'failed', 'undone'] as const;

export const sourceSchema = z.object({
  id,
  name: z.string(),
  path: z.string(),
  format: fileFormatSchema,
  state: z.enum(sourceStates),
  mapping: mappingSchema,
  read: count,
  imported: count,
  duplicates: count,
  rejected: count,
  /** Edits that joined interactions which were already there. */
  editsAdded: count,
  startedAt: time,
  finishedAt: time.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

const file = { path: z.string().min(1), format: fileFormatSchema.optional() };

export const importOperations = {
  /** Detects the file's shape and proposes a mapping. */
  inspect: operation
    .input(z.object(file))
    .output(z.object({ shape: fileShapeSchema, columns: z.array(columnSchema), mapping: mappingSchema })),
  /** Dry run over the first rows with this mapping; nothing is stored. */
  preview: operation
    .input(z.object({ ...file, mapping: mappingSchema, rows: z.int().min(1).max(1000).optional() }))
    .output(importPreviewSchema),
  /** Starts the import job. Without a mapping the guessed one is used. */
  start: operation
    .input(
      z.object({
        ...file,
        name: z.string().optional(),
        mapping: mappingSchema.optional(),
        dryRun: z.boolean().optional(),
      }),
    )
    .output(z.object({ jobId: id, sourceId: id.nullable() })),
  sources: operation.output(z.array(sourceSchema)),
  rejects: operation
    .input(z.object({ sourceId: id, after: count.optional(), limit: z.int().min(1).max(1000).optional() }))
    .output(z.object({ rejects: z.array(rejectSchema), total: count, nextAfter: count.nullable() })),
  exportRejects: operation
    .input(z.object({ sourceId: id, path: z.string().min(1) }))
    .output(z.object({ path: z.string(), rows: count })),
  /** Removes exactly what the import brought. Refused with SOURCE_HAS_LABELS where people labelled or edited it, unless forced. */
  undo: operation
    .input(z.object({ sourceId: id, force: z.boolean().optional() }))
    .output(z.object({ interactions: count, edits: count, labels: count })),
};
