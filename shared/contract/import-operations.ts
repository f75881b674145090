import { z } from 'zod';
import { joinMethodSchema } from '../domain/mapping/join-method.ts';
import { rejectReasons } from '../domain/mapping/mapped-row.ts';
import { findingKinds } from '../domain/privacy/finding.ts';
import { count, id, operation, time } from './operation.ts';

export const transformSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('constant'), value: z.string() }),
  z.object({ kind: z.literal('template'), template: z.string().min(1) }),
  z.object({ kind: z.literal('date'), format: z.string().min(1) }),
  z.object({
    kind: z.literal('values'),
    values: z.record(z.string(), z.string()),
    otherwise: z.enum(['keep', 'drop']),
  }),
  z.object({ kind: z.literal('regex'), pattern: z.string().min(1), group: z.int().min(0) }),
]);

/** The path is '' where the transform needs none. */
export const mappingEntrySchema = z.object({
  target: z.string().min(1),
  path: z.string(),
  transform: transformSchema.optional(),
});
export const mappingSchema = z.array(mappingEntrySchema);

export const fileFormatSchema = z.enum(['jsonl', 'json', 'csv', 'tsv', 'parquet', 'sqlite']);
export type FileFormat = z.infer<typeof fileFormatSchema>;

export const fileShapeSchema = z.object({
  format: fileFormatSchema,
  compression: z.enum(['none', 'gzip', 'zstd']),
  encoding: z.string(),
  bom: z.boolean(),
  delimiter: z.string().nullable(),
  member: z.string().nullable(),
  members: z.array(z.string()).readonly(),
  files: z.array(z.string()).readonly().nullable(),
  adapter: z.string().nullable(),
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
  /** Which file of a folder; absent for a source of one file. */
  file: z.string().nullable().optional(),
});
export type Reject = z.infer<typeof rejectSchema>;

/** What one target would receive, over the rows of a dry run. */
export const targetPreviewSchema = z.object({
  target: z.string(),
  path: z.string(),
  filled: count,
  empty: count,
  /** At most `distinctLimit`: more are not told apart. */
  distinct: count,
  /** Rows that were rejected for this target's value. */
  failed: count,
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
  /** Rows that are no interactions, by reason: the tool writes more than AI calls. */
  skipped: z.record(z.string(), count),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** Whether rows are interactions, or belong to interactions that other rows brought. */
export const bringsSchema = z.enum(['interactions', 'attachments']);
export type Brings = z.infer<typeof bringsSchema>;

/** Both off by default. */
export const importOptionsSchema = z.object({
  /** Replace user ids by a keyed hash; the key never enters the project file. */
  pseudonymise: z.boolean().optional(),
  /** Count e-mail addresses, phone numbers, keys and the like in the texts. */
  scanPersonalData: z.boolean().optional(),
  /** Attachments only look for their interactions among those of these sources. */
  joinSources: z.array(id).optional(),
  /** How attachments find their interactions; by id where nothing is said. */
  join: joinMethodSchema.optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** What a scan for personal data found; never a whole value. */
export const personalDataSchema = z.object({
  interactions: count,
  /** Interactions with any finding. */
  affected: count,
  kinds: z.array(
    z.object({
      kind: z.enum(findingKinds),
      findings: count,
      interactions: count,
      examples: z.array(z.string()),
    }),
  ),
});
export type PersonalData = z.infer<typeof personalDataSchema>;

/** The tool whose form a file has. */
export const adapterSchema = z.object({
  id: z.string(),
  title: z.string(),
  brings: bringsSchema,
  fields: z.array(z.object({ from: z.string(), to: z.string(), note: z.string().optional() })),
});
export type AdapterInfo = z.infer<typeof adapterSchema>;

export const savedMappingSchema = z.object({
  id,
  name: z.string(),
  mapping: mappingSchema,
  /** The columns of the file that it was made for. */
  columns: z.array(z.string()),
  savedAt: time,
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

export const sourceStates = ['importing', 'done', 'cancelled', 'interrupted', 'failed', 'undone'] as const;

export const sourceSchema = z.object({
  id,
  name: z.string(),
  path: z.string(),
  format: fileFormatSchema,
  state: z.enum(sourceStates),
  /** It was cut off, and importing the same file can go on behind its last row. */
  resumable: z.boolean(),
  mapping: mappingSchema,
  read: count,
  imported: count,
  duplicates: count,
  rejected: count,
  /** Rows that brought something to interactions of other rows (a source of attachments). */
  attached: count,
  /** Rows that are no interactions; always read = imported + attached + duplicates + rejected + skipped. */
  skipped: count,
  skipReasons: z.record(z.string(), count),
  /** What joined interactions which were already there. */
  editsAdded: count,
  labelsAdded: count,
  signalsAdded: count,
  /** Columns that no target took, with the rows that filled them. They are metadata of the interactions. */
  unmapped: z.record(z.string(), count),
  /** Whose form it was read in, e.g. `langfuse`; null for plain rows. */
  adapter: z.string().nullable(),
  brings: bringsSchema,
  options: importOptionsSchema,
  personalData: personalDataSchema.nullable(),
  startedAt: time,
  finishedAt: time.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Which file, and what a person knows better about it than detection. */
export const fileFields = {
  path: z.string().min(1),
  format: fileFormatSchema.optional(),
  /** An adapter's id instead of the detected one; null reads the rows as they stand. */
  adapter: z.string().nullable().optional(),
  /** What the adapter says, or interactions, where nothing is said. */
  brings: bringsSchema.optional(),
  /** The table of a database; the one with most text where nobody says. */
  table: z.string().min(1).optional(),
};

export const importOperations = {
  /** Detects the file's shape and tool, and proposes a mapping. Needs no project. */
  inspect: operation.input(z.object(fileFields)).output(
    z.object({
      shape: fileShapeSchema,
      adapter: adapterSchema.nullable(),
      columns: z.array(columnSchema),
      mapping: mappingSchema,
      /** Mappings saved for a file of these columns, the newest first. */
      saved: z.array(savedMappingSchema),
    }),
  ),
  /** Dry run over the first rows with this mapping; nothing is stored. */
  preview: operation
    .input(
      z.object({
        ...fileFields,
        mapping: mappingSchema,
        /** How attachments find their interactions; by id where nothing is said. */
        join: joinMethodSchema.optional(),
        rows: z.int().min(1).max(1000).optional(),
      }),
    )
    .output(importPreviewSchema),
  /**
   * Starts the import job. Without a mapping the guessed one is used. `resume` goes on with an import of the same file
   * that was cut off.
   */
  start: operation
    .input(
      z.object({
        ...fileFields,
        name: z.string().optional(),
        mapping: mappingSchema.optional(),
        options: importOptionsSchema.optional(),
        dryRun: z.boolean().optional(),
        resume: z.boolean().optional(),
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
  /** Tries the rejects of a source again, with another mapping where one is given; those that pass leave the quarantine. */
  retryRejects: operation
    .input(z.object({ sourceId: id, mapping: mappingSchema.optional() }))
    .output(z.object({ tried: count, imported: count, attached: count, duplicates: count, rejected: count })),
  /** Removes exactly what the import brought. Refused with SOURCE_HAS_LABELS where people labelled or edited it, unless forced. */
  undo: operation
    .input(z.object({ sourceId: id, force: z.boolean().optional() }))
    .output(z.object({ interactions: count, edits: count, labels: count })),
  /** Deletes all interactions of a user; the id as the logs have it. */
  forgetUser: operation
    .input(z.object({ user: z.string().min(1) }))
    .output(z.object({ interactions: count, edits: count, labels: count })),
  /** Starts the search for interactions that say nearly the same; it begins by itself after an import in the app. */
  findNearDuplicates: operation.output(z.object({ jobId: id })),
  /** Every saved mapping, the newest first. */
  savedMappings: operation.output(z.array(savedMappingSchema)),
  /** Saves a mapping under a name, in place of one of the same name. */
  saveMapping: operation
    .input(
      z.object({
        name: z.string().trim().min(1).max(100),
        mapping: mappingSchema,
        columns: z.array(z.string()),
      }),
    )
    .output(savedMappingSchema),
  deleteMapping: operation.input(z.object({ id })).output(z.null()),
};
