import { z } from 'zod';
import { count, id, operation, time } from './operation.ts';
import { signalDefinitionSchema } from './signal-operations.ts';

const share = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** How good predictions are of what labels say; see `predictionFigures`. */
export const predictionFiguresSchema = z.object({
  count,
  auc: z.number().nullable(),
  brier: z.number(),
  logLoss: z.number(),
});

export const calibrationSchema = z.object({
  /** Those that hold predictions, of ten of equal width. */
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      count,
      predicted: z.number(),
      observed: share,
    }),
  ),
  /** Expected calibration error. */
  error: z.number(),
});

const judgedSchema = z.object({ figures: predictionFiguresSchema, calibration: calibrationSchema });

/** A column that a model sees: the value of a signal, or whether it is known. */
export const qualityFeatureSchema = z.object({
  signal: z.string(),
  name: z.string(),
  kind: z.enum(['value', 'known']),
  /** By which it is standardised, over what the model was made from; a value that is not known counts as the mean. */
  mean: z.number(),
  deviation: z.number(),
});
export type QualityFeature = z.infer<typeof qualityFeatureSchema>;

const estimateSchema = z.object({
  /** Log odds for one standard deviation more. */
  coefficient: z.number(),
  standardError: z.number(),
  /** 95 % interval. */
  low: z.number(),
  high: z.number(),
});

/** A model of whether labels call an output good, from signals alone. */
export const qualityModelSchema = z.object({
  madeAt: time,
  /** Of the settings that its values were worked out by. */
  revision: count,
  labels: z.object({
    /** What it was made from, and those that labels call good and bad. */
    count,
    good: count,
    bad: count,
    /** Left out: labels say as much for as against, and no signal values worked out. */
    undecided: count,
    unmeasured: count,
    /** All that labels call good or bad, where it was made from some of them. */
    found: count,
    questions: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Questions of scales on which more is better, as a person said. */
    scales: z.array(z.string()),
  }),
  /** By which it is known whether labels came since. */
  basis: z.object({ latestAct: z.string(), sources: count }),
  ridge: z.number(),
  intercept: estimateSchema,
  features: z.array(qualityFeatureSchema.extend(estimateSchema.shape)),
  leftOut: z.array(z.object({ signal: z.string(), name: z.string(), reason: z.string() })),
  /** Rows of one group are on one side of each fold. */
  folds: z.object({ count, groups: count, by: z.enum(['session_and_user', 'session', 'interaction']) }),
  /** Of predictions for rows that were not learned from. */
  learned: judgedSchema,
  /** The score from weights on the same rows; null where none has one. */
  weighted: judgedSchema.nullable(),
  /** Of the share of good alone, for everything. */
  base: z.object({ share: z.number(), brier: z.number(), logLoss: z.number() }),
});
export type QualityModel = z.infer<typeof qualityModelSchema>;

export const qualityWeightSchema = signalDefinitionSchema
  .pick({ id: true, name: true, kind: true, direction: true, unit: true, strength: true })
  .extend({
    /** Its strength, and what the settings say in place of it. */
    defaultWeight: z.number(),
    weight: z.number(),
    /** Others that say the same, with which it counts once. */
    sameAs: z.array(z.string()),
  });
export type QualityWeight = z.infer<typeof qualityWeightSchema>;

export const qualityPartSchema = z.object({
  signal: z.string(),
  name: z.string(),
  value: z.number(),
  weight: z.number(),
  share: z.number(),
  moves: z.number(),
});

/** Both scores of an interaction, side by side. */
export const qualityOfItemSchema = z.object({
  /** From weights; null where nothing is known that counts. */
  weighted: z.object({ score: z.number(), parts: z.array(qualityPartSchema) }).nullable(),
  /** Learned from labels; null where there is no model. */
  learned: z
    .object({
      score: z.number(),
      isOutdated: z.boolean(),
      /** Log odds that each signal adds, the greatest first; with the intercept they add up to those of the score. */
      intercept: z.number(),
      contributions: z.array(z.object({ signal: z.string(), name: z.string(), logOdds: z.number() })),
    })
    .nullable(),
});
export type QualityOfItem = z.infer<typeof qualityOfItemSchema>;

/** Signal values by id. */
const values = z.record(z.string(), z.number());

export const qualityOperations = {
  /** What the score from weights is made of. */
  weights: operation.output(
    z.object({
      revision: count,
      signals: z.array(qualityWeightSchema),
      /** Signals that take no part, with why. */
      leftOut: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
      priorWeight: z.number(),
    }),
  ),
  /** ITEM_NOT_FOUND. */
  ofItem: operation.input(z.object({ id })).output(qualityOfItemSchema),
  /** The newest model; null where none was made. */
  model: operation.output(
    z.object({
      model: qualityModelSchema.nullable(),
      /** What changed since it was made. */
      outdated: z.array(z.enum(['settings', 'labels', 'imports'])),
      /** Of the job that learns now. */
      jobId: id.nullable(),
      /** Scales of the label schema, of which a person has to say whether more is better. */
      scales: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /**
   * Learns a model; the job's result is its figures. It fails with QUALITY_TOO_FEW_LABELS.
   * @param scales questions of scales on which more is better
   */
  learn: operation
    .input(z.object({ scales: z.array(z.string().min(1)).max(50).default([]) }))
    .output(z.object({ jobId: id })),
  /** How many interactions have which score from weights: bins of 0.05 from 0 to 1. */
  distribution: operation.output(z.object({ bins: z.array(count), known: count, unknown: count })),
  /**
   * What weights can be tried on: some labelled interactions with what labels say of them, and a few to look at. Their
   * signal values come with them, so that every weight shows its effect at once.
   */
  trial: operation.input(z.object({ scales: z.array(z.string().min(1)).max(50).default([]) })).output(
    z.object({
      labelled: z.array(z.object({ isGood: z.boolean(), values })),
      examples: z.array(z.object({ id, input: z.string(), values })),
    }),
  ),
};
