import { z } from 'zod';
import { outcomeDefinitionSchema } from '../domain/signals/settings.ts';
import { joinCoverageSchema } from './join-coverage.ts';
import { count, id, operation, time } from './operation.ts';

const share = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** Interactions by what is known of an outcome. */
const outcomeCounts = {
  /** Of an outcome that is a number: not 0. */
  yes: count,
  /** A no that was logged, one that nothing within the horizon says, and a yes that came after the horizon. */
  noByValue: count,
  noByHorizon: count,
  noByLate: count,
  /** May still come, and those of them that have come early. */
  pending: count,
  early: count,
  unknown: count,
};

/** The share of outcomes that came within so many days (Kaplan-Meier), with its 95 % interval. */
export const delayPointSchema = z.object({
  days: z.number(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** Interactions that were followed for as long and had none before. */
  atRisk: count,
});
export type DelayPoint = z.infer<typeof delayPointSchema>;

export const outcomeSummarySchema = z.object({
  definition: outcomeDefinitionSchema,
  /** Somebody defined it; else it is only in the log, and read by defaults. */
  isDefined: z.boolean(),
  isLogged: z.boolean(),
  /** Until when the log would have it. */
  feedEnd: time.nullable(),
  ...outcomeCounts,
  /** Of those known, the share of yes with its 95 % Wilson interval. */
  rate: share.nullable(),
  /** Of a number: the median of those known. */
  median: z.number().nullable(),
  /** Half of all have it within so many days; null where fewer than half do. */
  medianDays: z.number().nullable(),
  /** Of those that came, the median of the delay: short where much is pending. */
  medianDelayDays: z.number().nullable(),
  delays: z.array(delayPointSchema),
  bySurface: z.array(z.object({ surface: z.string().nullable(), ...outcomeCounts, rate: share.nullable() })),
});
export type OutcomeSummary = z.infer<typeof outcomeSummarySchema>;

/** What became of the rows of a source that belong to interactions of other sources. */
export const sourceCoverageSchema = joinCoverageSchema.extend({
  sourceId: id,
  name: z.string(),
  startedAt: time,
  /** Rows that are no interactions and bring nothing. */
  skipped: count,
  outcomes: z.array(z.string()),
});
export type SourceCoverage = z.infer<typeof sourceCoverageSchema>;

export const outcomeOperations = {
  /** Every outcome that is defined or logged, with what is known of it. JOB_CANCELLED. */
  list: operation.output(z.object({ interactions: count, outcomes: z.array(outcomeSummarySchema) })),
  /** How the rows of attachments were joined, source by source, the newest first. */
  coverage: operation.output(z.array(sourceCoverageSchema)),
};
