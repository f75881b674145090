import { z } from 'zod';
import { exportCountsSchema, snapshotSchema } from './export-operations.ts';
import { recipeDifferenceSchema } from './recipe-operations.ts';
import { exportPartSchema } from '../domain/export/split.ts';
import { count, id, operation, time } from './operation.ts';

/** Whether a snapshot's files still are what its manifest says. */
export const snapshotStateSchema = snapshotSchema.extend({
  /** When its test set was set aside for ever; null where it was not. */
  frozenAt: time.nullable(),
  /** The saved recipe that it was made with, where there is one. */
  recipeName: z.string().nullable(),
  recipeVersion: z.int().nullable(),
  /** Files that are missing or changed since. */
  damaged: z.array(z.string()),
});
export type SnapshotState = z.infer<typeof snapshotStateSchema>;

/** One row in which two snapshots differ, by the interaction that it comes from. */
export const snapshotDifferenceSchema = z.object({
  kind: z.enum(['in', 'out', 'changed', 'moved']),
  itemId: z.string(),
  part: exportPartSchema,
  /** Where it was before, where it moved. */
  partBefore: exportPartSchema.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type SnapshotDifference = z.infer<typeof snapshotDifferenceSchema>;

export const snapshotComparisonSchema = z.object({
  recipe: z.array(recipeDifferenceSchema),
  counts: z.object({ before: exportCountsSchema, after: exportCountsSchema }),
  same: count,
  in: count,
  out: count,
  changed: count,
  moved: count,
  /** The first ones of each kind: those that changed, then those that moved, went and came. */
  rows: z.array(snapshotDifferenceSchema),
});
export type SnapshotComparison = z.infer<typeof snapshotComparisonSchema>;

export const verificationSchema = z.object({
  /** Whether every file came out byte for byte, and stands on disk as it was written. */
  isSame: z.boolean(),
  files: z.array(
    z.object({
      name: z.string(),
      /** SHA-256 as the manifest has it, and as it was made anew; null where that gave no such file. */
      expected: z.string(),
      actual: z.string().nullable(),
      isSame: z.boolean(),
      /** What stands beside the manifest now. */
      onDisk: z.enum(['same', 'changed', 'missing']),
    }),
  ),
  /** What may explain a difference: interactions that are gone, labels and edits since, another version of the app. */
  reasons: z.array(z.string()),
});
export type Verification = z.infer<typeof verificationSchema>;

/** Rows of snapshots whose interactions were deleted since: what was trained on them has to be trained anew. */
export const retiredSchema = z.object({
  snapshotId: id,
  path: z.string(),
  createdAt: time,
  rows: count,
  /** The first ones, with their line in the snapshot. */
  lines: z.array(z.object({ file: z.string(), line: count, itemId: z.string() })),
});
export type Retired = z.infer<typeof retiredSchema>;

export const snapshotOperations = {
  /** Newest first. */
  list: operation.output(z.array(snapshotStateSchema)),
  /** Reads the lineage beside the files of both. */
  compare: operation
    .input(z.object({ before: id, after: id, limit: z.int().min(1).max(1000).optional() }))
    .output(snapshotComparisonSchema),
  /** Makes the files anew beside nothing and compares them; the job's result is the verification. */
  verify: operation.input(z.object({ id })).output(z.object({ jobId: id })),
  /** Sets its test rows (validation rows where it has no test set) aside for ever. */
  freeze: operation.input(z.object({ id })).output(snapshotStateSchema),
  retired: operation.output(z.array(retiredSchema)),
};
