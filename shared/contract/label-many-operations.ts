import { z } from 'zod';
import { filterSchema } from '../domain/filter/filter.ts';
import { labelValueSchema } from '../domain/schema/label-schema.ts';
import { itemSummarySchema } from './item-operations.ts';
import { count, id, operation } from './operation.ts';

/** Ids that one call names at most; more than that are named by a filter. */
export const mostIds = 10_000;

/** One answer for many interactions, given by one annotator. */
export const labelManySchema = z.object({
  which: z.union([
    z.object({ ids: z.array(id).min(1).max(mostIds) }),
    z.object({ filter: filterSchema }),
    /** What the annotator gets of a queue. */
    z.object({ queue: id }),
  ]),
  annotator: z.string().trim().min(1).max(100),
  question: z.string().min(1),
  /** Null takes the answers back. */
  value: labelValueSchema.nullable(),
  /** True: where the annotator answered differently before, this answer stands instead. */
  replace: z.boolean(),
});
export type LabelMany = z.infer<typeof labelManySchema>;

/** What `labelMany` would find, by what this annotator answered before. */
export const labelManyPreviewSchema = z.object({
  matched: count,
  unanswered: count,
  /** They have this answer already. */
  same: count,
  different: count,
  /** The first of those that would change. */
  examples: z.array(itemSummarySchema),
});
export type LabelManyPreview = z.infer<typeof labelManyPreviewSchema>;

/** What a job of kind `label` reports when it ends. */
export const labelManyResultSchema = z.object({
  /** Interactions whose answer was set or taken back. */
  changed: count,
  same: count,
  /** They were answered differently, and that was kept. */
  kept: count,
});
export type LabelManyResult = z.infer<typeof labelManyResultSchema>;

export const labelManyOperations = {
  /** What `labelMany` would do, counted without writing anything. */
  previewLabelMany: operation.input(labelManySchema).output(labelManyPreviewSchema),
  /** Starts the job that gives the answer; it is one step of the annotator's history, also where it was cancelled. */
  labelMany: operation.input(labelManySchema).output(z.object({ jobId: id })),
};
