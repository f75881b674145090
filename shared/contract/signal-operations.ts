import { z } from 'zod';
import { signalSettingsSchema } from '../domain/signals/settings.ts';
import { jobSchema } from './job-operations.ts';
import { count, id, operation, time } from './operation.ts';

const annotator = z.string().trim().min(1).max(100);
const share = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** How far the values of signals are worked out. Reports are of what is. */
export const freshnessSchema = z.object({
  /** Interactions whose values are worked out, and all. */
  measured: count,
  total: count,
  /** Interactions that changed since, and deleted ones that are still counted. */
  stale: count,
  /** Made by older code or other settings: all of them are worked out anew. */
  isOutdated: z.boolean(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

export const signalDefinitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['explicit', 'implicit', 'outcome']),
  direction: z.enum(['good', 'bad', 'neutral']),
  unit: z.enum(['yes_no', 'share', 'ms', 'number']),
  strength: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  definition: z.string(),
  computation: z.string(),
  derived: z.boolean(),
});

/** A signal of the catalogue with what the project has of it. */
export const signalOverviewSchema = signalDefinitionSchema.extend({
  /** Interactions of which it is known, and of outcomes those that wait. */
  known: count,
  pending: count,
  /** Of yes or no: the share of yes of those known, with its 95 % Wilson interval. */
  yes: share.nullable(),
  /** Of measured values: their median and quartiles. */
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Names of the log that it was read from. */
  names: z.array(z.string()),
});
export type SignalOverview = z.infer<typeof signalOverviewSchema>;

export const signalsOverviewSchema = z.object({
  freshness: freshnessSchema,
  interactions: count,
  signals: z.array(signalOverviewSchema),
  /** Signals of the log that mean nothing of the catalogue. */
  unused: z.array(z.object({ name: z.string(), kind: z.string(), count })),
  /** Fields that surface and segment are read from; null for none. */
  surfaceField: z.string().nullable(),
  segmentField: z.string().nullable(),
});
export type SignalsOverview = z.infer<typeof signalsOverviewSchema>;

/** A value of an interaction with where it came from. */
export const signalOfItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['explicit', 'implicit', 'outcome']),
  direction: z.enum(['good', 'bad', 'neutral']),
  unit: z.enum(['yes_no', 'share', 'ms', 'number']),
  /** Null where it is an outcome that waits. */
  value: z.number().nullable(),
  /** Why it has this value, such as "Asked again 40 s later in the same session: 83 % of the words". */
  reason: z.string(),
});
export type SignalOfItem = z.infer<typeof signalOfItemSchema>;

const verdict = z.enum(['yes', 'no']);

/** An interaction that may ask again what an earlier one asked. */
export const requerySchema = z.object({
  id,
  earlierId: id,
  input: z.string(),
  earlierInput: z.string(),
  scope: z.enum(['session', 'user']),
  likeness: z.number(),
  gapMs: z.number().nullable(),
  /** Words of both, of the earlier alone and of the later alone. */
  shared: z.array(z.string()),
  dropped: z.array(z.string()),
  added: z.array(z.string()),
  /** Under the current settings. */
  isRequery: z.boolean(),
  /** In a sentence. */
  reason: z.string(),
  verdict: verdict.nullable(),
});
export type Requery = z.infer<typeof requerySchema>;

/** A pair that people judged, by what settings decide on. */
export const judgedRequerySchema = z.object({
  likeness: z.number(),
  gapMs: z.number().nullable(),
  scope: z.enum(['session', 'user']),
  verdict,
});

export const signalOperations = {
  overview: operation.output(signalsOverviewSchema),
  settings: operation.output(z.object({ revision: count, settings: signalSettingsSchema })),
  /** Saves a new revision and begins to work out all values anew; the same again writes nothing. INPUT_INVALID. */
  saveSettings: operation
    .input(z.object({ settings: signalSettingsSchema }))
    .output(z.object({ revision: count, settings: signalSettingsSchema })),
  /** Works out what is missing or stale, or with `all` everything. The job that does so already is given back. */
  recompute: operation.input(z.object({ all: z.boolean().default(false) })).output(jobSchema),
  /** The values of an interaction. ITEM_NOT_FOUND. */
  ofItem: operation
    .input(z.object({ id }))
    .output(z.object({ values: z.array(signalOfItemSchema), quality: z.number().nullable() })),
  /**
   * Pairs that may be re-queries, those nearest to the border of the settings first, so that a verdict tells most.
   * @param settings in place of those that are saved
   */
  requeries: operation
    .input(
      z.object({
        settings: signalSettingsSchema.shape.requery.optional(),
        show: z.enum(['unjudged', 'judged', 'found', 'all']).default('unjudged'),
        limit: z.int().min(1).max(200).default(50),
        offset: count.default(0),
      }),
    )
    .output(
      z.object({
        items: z.array(requerySchema),
        /** Pairs that the settings find, and all that were looked at. */
        found: count,
        candidates: count,
        /** All that were judged, so that precision and recall follow the settings at once. */
        judged: z.array(judgedRequerySchema),
      }),
    ),
  /** Says whether it asks again; null takes that back. ITEM_NOT_FOUND. */
  judgeRequery: operation
    .input(z.object({ annotator, id, earlierId: id, verdict: verdict.nullable() }))
    .output(z.object({ verdict: verdict.nullable(), at: time.nullable() })),
};
