import { z } from 'zod';

/** Where rows of an export can be lost, in the order that they pass. */
export const funnelSteps = [
  /** Interactions that the filter finds. */
  'selected',
  /** Examples made of them. */
  'paired',
  'cleaned',
  'private',
  /** Rows that the format's readers accept. */
  'valid',
  'within_tokens',
  'decontaminated',
  'unique',
  /** Rows that may be on their side of the split. Before the limits, which are to be used up by rows that are written. */
  'split',
  'limited',
  'balanced',
  'written',
] as const;

export type FunnelStep = (typeof funnelSteps)[number];

export const funnelLossSchema = z.object({
  rule: z.string(),
  message: z.string(),
  rows: z.int().min(0),
  /** Some of the interactions concerned. */
  items: z.array(z.string()).default([]),
});
export type FunnelLoss = z.infer<typeof funnelLossSchema>;

/** One step, and what is left after it. Steps that a recipe does not ask for are not there. */
export const funnelEntrySchema = z.object({
  step: z.enum(funnelSteps),
  rows: z.int().min(0),
  /** What was left out here, most first. */
  lost: z.array(funnelLossSchema),
});
export type FunnelEntry = z.infer<typeof funnelEntrySchema>;
