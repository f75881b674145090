import { z } from 'zod';

const name = z.string().min(1).max(200);

/** An outcome that is followed: what happened after the interaction. */
export const outcomeDefinitionSchema = z.object({
  /** As the log or the joined file names it. */
  name,
  title: z.string().max(200),
  direction: z.enum(['good', 'bad', 'neutral']),
  unit: z.enum(['yes_no', 'number']),
  strength: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  /** Days after the interaction within which it comes, if it does; null where no time tells that it will not. */
  horizonDays: z.number().positive().max(3650).nullable(),
  /**
   * What it means that nothing was logged when the horizon is over: `no` where only what happens is logged, else
   * `unknown`.
   */
  missing: z.enum(['no', 'unknown']),
});
export type OutcomeDefinition = z.infer<typeof outcomeDefinitionSchema>;

/** What signals are read by. Each part has its defaults, so that `{}` is all of them. */
export const signalSettingsSchema = z.object({
  /** Metadata fields that name the surface and the segment of users; null for none, absent where the app looks for usual names. */
  surfaceField: name.nullable().optional(),
  segmentField: name.nullable().optional(),
  /** Signals of the log by the id of the catalogue that they mean, where their name does not tell. */
  mapped: z.record(name, name).default({}),
  requery: z
    .object({
      scope: z.enum(['session', 'user', 'session_or_user']).default('session_or_user'),
      windowMinutes: z.number().positive().max(10_080).default(30),
      /** 0 to 1. */
      leastLikeness: z.number().min(0.3).max(1).default(0.6),
    })
    .prefault({}),
  /** A longer pause counts as this long. */
  idleCapMs: z.number().positive().max(86_400_000).default(60_000),
  /** A session is over when nothing came for this long. */
  abandonedAfterMinutes: z.number().positive().max(10_080).default(30),
  outcomes: z.array(outcomeDefinitionSchema).max(50).default([]),
  /** An interaction is usable when it has a signal at least this strong. */
  usableFrom: z.int().min(1).max(5).default(4),
  /** Weights of the quality score by signal id, in place of the default ones; 0 leaves a signal out. */
  weights: z.record(name, z.number().min(0).max(100)).default({}),
});
export type SignalSettings = z.infer<typeof signalSettingsSchema>;

export const defaultSignalSettings: SignalSettings = signalSettingsSchema.parse({});
