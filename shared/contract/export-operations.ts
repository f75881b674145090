import { z } from 'zod';
import { funnelEntrySchema } from '../domain/export/funnel.ts';
import { exportFormatSchema, recipeSchema } from '../domain/export/recipe.ts';
import { exportPartSchema } from '../domain/export/split.ts';
import { stageReportsSchema } from '../domain/export/stage-reports.ts';
import { count, id, operation, time } from './operation.ts';

export const findingSchema = z.object({
  rule: z.string(),
  level: z.enum(['error', 'warning']),
  message: z.string(),
  rows: count,
  /** Some of the interactions concerned. */
  items: z.array(id),
});
export type Finding = z.infer<typeof findingSchema>;

export const exportCountsSchema = z.object({
  matching: count,
  exported: count,
  training: count,
  validation: count,
  /** Only where the recipe holds a test set out. */
  test: count.optional(),
  /** Matching interactions left out, by the rule that left them out. */
  skipped: z.array(z.object({ rule: z.string(), message: z.string(), rows: count })),
});

export const manifestSchema = z.object({
  format: z.string(),
  app: z.string(),
  projectSchemaVersion: z.int(),
  projectId: z.string(),
  recipe: recipeSchema,
  counts: exportCountsSchema,
  findings: z.array(findingSchema),
  /** Not in manifests of the first form. */
  funnel: z.array(funnelEntrySchema).optional(),
  reports: stageReportsSchema.optional(),
  /** Ids of the frozen snapshots whose test sets were kept out. */
  frozen: z.array(z.string()).optional(),
  /** The file beside the others that says where each row comes from. */
  lineage: z
    .object({
      name: z.string(),
      bytes: count,
      sha256: z.string(),
      /** The imports that rows come from. */
      sources: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .optional(),
  files: z.array(
    z.object({
      name: z.string(),
      role: exportPartSchema,
      rows: count,
      bytes: count,
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const snapshotSchema = z.object({
  id,
  createdAt: time,
  path: z.string(),
  manifest: manifestSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What is wrong with a file by the rules of a format. */
export const fileReportSchema = z.object({
  format: exportFormatSchema,
  rows: count,
  rowsWithErrors: count,
  /** One a rule, errors first; `mend` says what to do, `lines` are the first ones. */
  findings: z.array(
    z.object({
      rule: z.string(),
      level: z.enum(['error', 'warning']),
      message: z.string(),
      mend: z.string(),
      rows: count,
      lines: z.array(count),
    }),
  ),
  /** One by one in the order of lines, those of all rows last; `notListed` are more than fit. */
  problems: z.array(
    z.object({
      line: count.nullable(),
      rule: z.string(),
      level: z.enum(['error', 'warning']),
      message: z.string(),
    }),
  ),
  notListed: count,
});
export type FileReport = z.infer<typeof fileReportSchema>;

export const exportOperations = {
  /** The real first lines of the file(s), counts and findings; nothing is written. */
  preview: operation
    .input(z.object({ recipe: recipeSchema, lines: z.int().min(1).max(100).optional() }))
    .output(
      z.object({
        lines: z.array(z.object({ role: exportPartSchema, text: z.string(), itemId: id })),
        counts: exportCountsSchema,
        findings: z.array(findingSchema),
        funnel: z.array(funnelEntrySchema),
        reports: stageReportsSchema,
      }),
    ),
  /** Writes FILE, NAME.validation.jsonl beside it and NAME.manifest.json; the job's result is the manifest. */
  start: operation
    .input(z.object({ recipe: recipeSchema, path: z.string().min(1), overwrite: z.boolean().optional() }))
    .output(z.object({ jobId: id })),
  /** Checks the rows of any file by the rules of a format. */
  validate: operation
    .input(z.object({ path: z.string().min(1), format: exportFormatSchema }))
    .output(fileReportSchema),
};
