import { z } from 'zod';
import { count, operation } from './operation.ts';
import { freshnessSchema } from './signal-operations.ts';

const annotator = z.string().trim().min(1).max(100);
const week = z.string().regex(/^\d{4}-W\d{2}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What figures are broken down by. `user` is worked out from all rows, the others from kept counts. */
export const dimensionSchema = z.enum(['prompt_version', 'model', 'surface', 'segment', 'user']);
export type Dimension = z.infer<typeof dimensionSchema>;

export const velocityInputSchema = z.object({
  /** Weeks from and to, both included; all where absent. */
  from: week.optional(),
  to: week.optional(),
  by: dimensionSchema.optional(),
  /** Only interactions of these values; '' for those that have none. */
  only: z.partialRecord(z.enum(['prompt_version', 'model', 'surface', 'segment']), z.string()).default({}),
});
export type VelocityInput = z.infer<typeof velocityInputSchema>;

/** A figure of some interactions. A share has its 95 % Wilson interval; a median that of its order statistics; a count none. */
export const figureSchema = z.object({
  /** Interactions that it is of: those of which the signal is known. */
  n: count,
  /** Of a share: those counted. Null else. */
  yes: count.nullable(),
  /** Null where n is 0. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** So few that it says little: greyed, never hidden. */
  isSmall: z.boolean(),
});
export type Figure = z.infer<typeof figureSchema>;

export const weekFigureSchema = figureSchema.extend({ week });
export type WeekFigure = z.infer<typeof weekFigureSchema>;

export const trendSchema = z.object({
  /** Weeks that it is of; small ones are left out. */
  weeks: count,
  /** Kendall's tau and p of Mann and Kendall's test; null of fewer than four weeks. */
  tau: z.number().nullable(),
  p: z.number().nullable(),
  /** p corrected by Benjamini and Hochberg over all trends that are shown beside it; the direction goes by it, below 0.05. */
  q: z.number().nullable(),
  direction: z.enum(['rising', 'falling', 'no_trend', 'too_few']),
  /** Whether that is what one would want. */
  verdict: z.enum(['better', 'worse', 'steady', 'unknown']),
});
export type Trend = z.infer<typeof trendSchema>;

/** The mix of a dimension explains a trend or hides it: within its values, the rate goes another way. */
export const simpsonSchema = z.object({
  dimension: z.enum(['prompt_version', 'model', 'surface', 'segment']),
  /** Change of the rate from the first to the last part of the time, as it is, and with the mix held. */
  crude: z.number(),
  adjusted: z.number(),
  kind: z.enum(['reversed', 'explained', 'hidden']),
  /** In a sentence. */
  message: z.string(),
  values: z.array(
    z.object({
      value: z.string(),
      firstShare: figureSchema,
      lastShare: figureSchema,
      firstMix: z.number(),
      lastMix: z.number(),
    }),
  ),
});
export type Simpson = z.infer<typeof simpsonSchema>;

export const metricSchema = z.object({
  /** Stable: `acceptance`, `edit_distance`, `requery`, `outcome.resolved`, `signals.explicit`, `usable`, `labels`, ... */
  id: z.string(),
  name: z.string(),
  group: z.enum(['leading', 'lagging']),
  kind: z.enum(['share', 'median', 'count']),
  /** What one would want. */
  better: z.enum(['higher', 'lower']),
  unit: z.enum(['share', 'ms', 'number', 'days', 'count']),
  definition: z.string(),
  overall: figureSchema,
  /** Every week of the time without gaps, oldest first; of a breakdown null. */
  weeks: z.array(weekFigureSchema),
  trend: trendSchema,
  /** Values of the dimension asked for, those with most interactions first. */
  groups: z.array(
    z.object({
      value: z.string(),
      overall: figureSchema,
      weeks: z.array(weekFigureSchema),
      trend: trendSchema,
    }),
  ),
  target: z
    .object({
      target: z.number(),
      /** By the latest week that is over and not small; `open` where its interval holds the target. */
      status: z.enum(['reached', 'missed', 'open', 'unknown']),
    })
    .nullable(),
  simpson: z.array(simpsonSchema),
});
export type Metric = z.infer<typeof metricSchema>;

export const velocityReportSchema = z.object({
  project: z.string(),
  freshness: freshnessSchema,
  weeks: z.array(week),
  /** The week that is not over yet, if it is among them. */
  openWeek: week.nullable(),
  /** Interactions without a time are in overall figures alone. */
  interactions: count,
  withoutTime: count,
  /** Below this many interactions a figure is small. */
  fewerThan: count,
  /** Prompt versions and models on the time axis. */
  marks: z.array(
    z.object({ week, day, name: z.string(), how: z.enum(['went_live', 'first_seen', 'model_first_seen']) }),
  ),
  metrics: z.array(metricSchema),
  /** Whether the flywheel spins, in sentences: what gets better, what is stuck, what to look at. */
  summary: z.array(
    z.object({ tone: z.enum(['good', 'bad', 'neutral']), text: z.string(), metric: z.string().nullable() }),
  ),
});
export type VelocityReport = z.infer<typeof velocityReportSchema>;

export const comparedMetricSchema = metricSchema
  .pick({ id: true, name: true, kind: true, better: true, unit: true })
  .extend({
    a: figureSchema,
    b: figureSchema,
    /** b less a with its 95 % interval: Newcombe's of shares, Price and Bonett's of medians; q is corrected over all metrics. */
    difference: z
      .object({
        value: z.number(),
        low: z.number(),
        high: z.number(),
        p: z.number().nullable(),
        q: z.number().nullable(),
      })
      .nullable(),
    verdict: z.enum(['better', 'worse', 'no_difference', 'unknown']),
    /** The difference with the mix of another dimension held, where it says something else. */
    adjusted: z.array(z.object({ dimension: dimensionSchema, difference: z.number(), message: z.string() })),
  });
export type ComparedMetric = z.infer<typeof comparedMetricSchema>;

export const velocityOperations = {
  report: operation.input(velocityInputSchema).output(velocityReportSchema),
  /** Compares the interactions of two values of a dimension, such as two prompt versions. INPUT_INVALID. */
  compare: operation
    .input(
      velocityInputSchema.omit({ by: true }).extend({
        dimension: z.enum(['prompt_version', 'model', 'surface', 'segment']),
        a: z.string(),
        b: z.string(),
      }),
    )
    .output(z.object({ a: z.string(), b: z.string(), metrics: z.array(comparedMetricSchema) })),
  /** Values of each dimension with their interactions, the most first. */
  dimensions: operation.output(
    z.record(z.string(), z.array(z.object({ value: z.string(), interactions: count }))),
  ),
  /** The report as a document, with what it is broken down by. INPUT_INVALID. */
  document: operation
    .input(velocityInputSchema.extend({ format: z.enum(['md', 'html']) }))
    .output(z.object({ text: z.string() })),
  /** INPUT_INVALID, DISK_FULL, FILE_NOT_WRITABLE. */
  write: operation
    .input(velocityInputSchema.extend({ format: z.enum(['md', 'html']), path: z.string().min(1) }))
    .output(z.object({ path: z.string() })),
  /** Sets where a metric should get to; null takes it away. INPUT_INVALID. */
  setTarget: operation
    .input(z.object({ annotator, metric: z.string().min(1), target: z.number().nullable() }))
    .output(z.object({ metric: z.string(), target: z.number().nullable() })),
  /** The digest of a week, the newest that is over where none is given. INPUT_INVALID. */
  digest: operation
    .input(z.object({ week: week.optional(), format: z.enum(['md', 'html']) }))
    .output(z.object({ week, text: z.string() })),
  /** DISK_FULL, FILE_NOT_WRITABLE. */
  writeDigest: operation
    .input(z.object({ week: week.optional(), format: z.enum(['md', 'html']), path: z.string().min(1) }))
    .output(z.object({ week, path: z.string() })),
};
