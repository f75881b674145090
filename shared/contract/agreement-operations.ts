import { z } from 'zod';
import { measurementLevels } from '../domain/agreement/measurement-level.ts';
import { filterSchema } from '../domain/filter/filter.ts';
import { labelValueSchema } from '../domain/schema/label-schema.ts';
import { itemSummarySchema } from './item-operations.ts';
import { count, id, operation } from './operation.ts';

/** Null where it is not defined: nobody shares an item, or all labels are equal. */
const measure = z.number().nullable();

const interval = z.tuple([z.number(), z.number()]).nullable();

const pair = z.tuple([z.string(), z.string()]);

const estimateSchema = z.object({ value: measure, low: measure, high: measure });

export const pairAgreementSchema = z.object({
  /** Names of two annotators, in the order of the alphabet. */
  pair,
  /** Items that both labelled. */
  items: count,
  percent: z.number(),
  ...estimateSchema.shape,
  /** With linear and quadratic weights; null for nominal answers. */
  linear: estimateSchema.nullable(),
  quadratic: estimateSchema.nullable(),
});
export type PairAgreement = z.infer<typeof pairAgreementSchema>;

export const confusionSchema = z.object({
  pair,
  /** Filled cells, those with the most items first. */
  cells: z.array(z.object({ first: labelValueSchema, second: labelValueSchema, items: count })),
  cells_left_out: count,
});
export type Confusion = z.infer<typeof confusionSchema>;

/** Spelled as the command line prints it. */
export const agreementSchema = z.object({
  question: z.string(),
  level: z.enum(measurementLevels),
  /** Items that at least two annotators labelled, and the labels on them. */
  items: count,
  labels: count,
  /** Labels that have no place on an ordinal or interval scale. */
  labels_left_out: count,
  /** Who gave these labels. */
  raters: z.array(z.string()),
  /** From 0 to 100: equal pairs of labels on an item, averaged over items. */
  percent: measure,
  cohen: z.array(pairAgreementSchema),
  /** Only the pairs with the most items in common are listed. */
  pairs_left_out: count,
  fleiss_kappa: measure,
  /** Fleiss' kappa is about the items with exactly this many labels; the others are left out of it. */
  fleiss_raters: count,
  fleiss_items: count,
  krippendorff_alpha: measure,
  intervals: z.object({
    confidence: z.number(),
    draws: count,
    seed: z.int(),
    percent: interval,
    fleiss_kappa: interval,
    krippendorff_alpha: interval,
  }),
  confusion: z.array(confusionSchema),
  /** F1 for each pair where all answers are spans; null for other questions. */
  spans: z.array(z.object({ pair, exact: measure, overlapping: measure })).nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;

export const agreementQuestionSchema = z.object({
  question: z.string(),
  name: z.string(),
  /** Where nobody says otherwise. */
  level: z.enum(measurementLevels),
});
export type AgreementQuestion = z.infer<typeof agreementQuestionSchema>;

const asked = {
  question: z.string().min(1),
  /** What the label schema says, or nominal, where nothing is said. */
  level: z.enum(measurementLevels).optional(),
  filter: filterSchema.optional(),
};

export const agreementOperations = {
  /** Questions with labels that can be compared; free texts cannot. */
  questions: operation.output(z.array(agreementQuestionSchema)),
  /** How far annotators agree on one question. Works in a thread of its own, until nobody waits for it any more. */
  measure: operation
    .input(
      z.object({
        ...asked,
        /** Only these; all where nothing is said. */
        annotators: z.array(z.string()).min(2).optional(),
        /** Draws of the bootstrap; 0 for no intervals. 1,000, or fewer where that takes long, where nothing is said. */
        draws: z.int().min(0).max(100_000).optional(),
        seed: z.int().min(0).optional(),
        /** False leaves the confusion matrices out, which can be large; those of one pair are there when it is asked for alone. */
        confusion: z.boolean().optional(),
      }),
    )
    .output(agreementSchema),
  /** The items behind one cell of a confusion matrix, in import order. */
  cellItems: operation
    .input(
      z.object({
        ...asked,
        pair,
        first: labelValueSchema,
        second: labelValueSchema,
        after: id.optional(),
        limit: z.int().min(1).max(1000).optional(),
      }),
    )
    .output(z.object({ items: z.array(itemSummarySchema), nextAfter: id.nullable() })),
};
