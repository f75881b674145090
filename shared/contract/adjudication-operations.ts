import { z } from 'zod';
import { labelValueSchema } from '../domain/schema/label-schema.ts';
import { itemSchema } from './item-operations.ts';
import { count, id, operation } from './operation.ts';

/** A question on whose answers annotators differ, and on how many interactions. */
export const disputedQuestionSchema = z.object({
  question: z.string(),
  /** Interactions on which its answers differ. */
  total: count,
  /** Those among them for which a resolution stands. */
  resolved: count,
  /** There are more of them than were counted. */
  isMore: z.boolean(),
});
export type DisputedQuestion = z.infer<typeof disputedQuestionSchema>;

/** An interaction on which annotators gave different answers to a question. */
export const disagreementSchema = z.object({
  id,
  /** Between the greatest and the smallest answer; 0 where answers are no numbers. */
  distance: z.number(),
  /** Share of pairs of annotators that gave different answers. */
  share: z.number(),
});
export type Disagreement = z.infer<typeof disagreementSchema>;

export const adjudicationOperations = {
  /** The questions on which annotators differ, those of the label schema first; free text is none of them. */
  disputedQuestions: operation.output(z.array(disputedQuestionSchema)),
  /** Interactions without a resolution on which annotators differ, the most disagreement first. */
  disagreements: operation
    .input(
      z.object({
        question: z.string().min(1),
        after: id.optional(),
        limit: z.int().min(1).max(1000).optional(),
      }),
    )
    .output(z.object({ items: z.array(disagreementSchema), nextAfter: id.nullable() })),
  /**
   * Sets (or with null withdraws) what the team says, whoever said it before. The annotators' labels stay as they are.
   * When this returns, it is on disk.
   */
  resolve: operation
    .input(
      z.object({
        id,
        annotator: z.string().trim().min(1).max(100),
        question: z.string().min(1),
        value: labelValueSchema.nullable(),
        note: z.string().max(10_000).optional(),
      }),
    )
    .output(itemSchema),
};
