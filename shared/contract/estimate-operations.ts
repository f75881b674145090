import { z } from 'zod';
import { count, id, operation } from './operation.ts';

/** How frequent a failure mode is among all interactions, judged from those that people reviewed. */
export const modeEstimateSchema = z.object({
  id,
  name: z.string(),
  /** Reviewed interactions of which a person says that they have it. */
  found: count,
  /** Their share of the reviewed ones, which is wrong where some kinds are reviewed more than others. */
  naiveShare: z.number(),
  /** With each stratum weighted by how many interactions it has; null before anything is reviewed. */
  share: z.number().nullable(),
  /** Ends of its 95 % interval; what lies in strata that nobody reviewed counts as anything from none to all. */
  low: z.number(),
  high: z.number(),
  /** So many interactions of a simple random sample would tell as much. */
  effectiveSample: z.number(),
});
export type ModeEstimate = z.infer<typeof modeEstimateSchema>;

export const modeEstimatesSchema = z.object({
  reviewed: count,
  /** All interactions of the project. */
  of: count,
  /** Share of all interactions in strata of which something was reviewed. */
  coveredShare: z.number(),
  /** What was reviewed is the beginning of a queue of all interactions in random order, so that nothing is weighted. */
  isRandom: z.boolean(),
  strata: count,
  modes: z.array(modeEstimateSchema),
});
export type ModeEstimates = z.infer<typeof modeEstimatesSchema>;

export const estimateOperations = {
  /** Of every failure mode that was not merged or retired, by name. */
  estimates: operation.output(modeEstimatesSchema),
};
