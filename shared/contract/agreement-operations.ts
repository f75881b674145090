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
  percent_interval: interval,
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

const matchSchema = z.object({ exact: measure, overlapping: measure });

/** All from 0 to 1; spelled as the command line prints it. */
export const spansAgreementSchema = z.object({
  /** Interactions on which two annotators worked, and one at least labelled a part of the output. */
  items: count,
  spans: count,
  raters: z.array(z.string()),
  pairs: z.array(
    z.object({
      pair,
      items: count,
      /** Labels on parts, of each. */
      spans: z.tuple([count, count]),
      /** F1 of the text that they marked, whatever they said of it. */
      text: measure,
      /** F1 of the parts: equal ends, or any overlap. */
      marked: matchSchema,
      /** The same where the failure mode has to be equal as well. */
      named: matchSchema,
    }),
  ),
  pairs_left_out: count,
});
export type SpansAgreement = z.infer<typeof spansAgreementSchema>;

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
        /** Cells of confusion matrices listed in all, shared equally by the pairs; 2,500 of each where nothing is said. */
        cells: z.int().min(0).optional(),
      }),
    )
    .output(agreementSchema),
  /** How far annotators label the same parts of outputs. In a thread of its own, as `measure`. */
  spans: operation
    .input(z.object({ filter: filterSchema.optional(), annotators: z.array(z.string()).min(2).optional() }))
    .output(spansAgreementSchema),
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
