import { z } from 'zod';
import {
  evidenceKinds,
  fewShotFormatSchema,
  fewShotOptionsSchema,
} from '../domain/fewshot/few-shot-options.ts';
import { count, id, operation, time } from './operation.ts';

const name = z.string().trim().min(1).max(80);
const share = z.number().min(0).max(1);

/** An interaction by the beginning of its input. */
export const fewShotItemSchema = z.object({ id, input: z.string() });
export type FewShotItem = z.infer<typeof fewShotItemSchema>;

export const fewShotEvidenceSchema = z.object({
  kind: z.enum(['edit', ...evidenceKinds]),
  /** The question, the signal, or nothing for an edit. */
  name: z.string(),
  value: z.string(),
  score: share,
});

export const fewShotExampleSchema = fewShotItemSchema.extend({
  answer: z.string(),
  isEdited: z.boolean(),
  tokens: count,
  /** See `qualityOf`, and what it was made of. */
  quality: share,
  evidence: z.array(fewShotEvidenceSchema),
  group: z.string().nullable(),
  /** Interactions that it is nearer to than any other example, of those measured, and some of them. */
  covers: count,
  such: z.array(fewShotItemSchema),
  /** Coverage that would be lost without it. */
  loss: share,
  /** Interactions that would lose more than half of their likeness without it, and the first of them. */
  aloneCount: count,
  alone: z.array(fewShotItemSchema),
  why: z.string(),
});
export type FewShotExample = z.infer<typeof fewShotExampleSchema>;

export const fewShotCounterSchema = fewShotItemSchema.extend({
  bad: z.string(),
  good: z.string(),
  tokens: count,
  mode: z.object({ id, name: z.string(), definition: z.string() }),
  /** Edited interactions of the filter that have the failure mode. */
  cases: count,
  why: z.string(),
});
export type FewShotCounter = z.infer<typeof fewShotCounterSchema>;

/** One set as it covers what was measured. */
const figuresSchema = z.object({ examples: count, tokens: count, coverage: share });

export const fewShotComparisonSchema = z.object({
  name,
  stays: count,
  in: z.array(fewShotItemSchema),
  out: z.array(fewShotItemSchema),
  /** Examples of the set whose interaction is gone. */
  missing: count,
  before: figuresSchema,
  after: figuresSchema,
});
export type FewShotComparison = z.infer<typeof fewShotComparisonSchema>;

/** What choosing comes to; the result of its job. */
export const fewShotChoiceSchema = z.object({
  options: fewShotOptionsSchema,
  /** In the order in which they are written. */
  examples: z.array(fewShotExampleSchema),
  counters: z.array(fewShotCounterSchema),
  tokens: count,
  /** Mean likeness of an interaction to the example nearest to it. */
  coverage: share,
  /** The same of sets of as many examples that were drawn at random: the mean of some. */
  chance: share,
  orderWhy: z.string(),
  /** Interactions that the filter finds, those of them with a good answer, and those chosen from. */
  found: count,
  good: count,
  considered: count,
  /** How many of those found the coverage was measured on. */
  measured: count,
  notes: z.array(z.string()),
  groups: z.array(z.object({ name: z.string(), candidates: count, chosen: count })),
  comparison: fewShotComparisonSchema.nullable(),
});
export type FewShotChoice = z.infer<typeof fewShotChoiceSchema>;

/** What a set consists of, in order. */
export const fewShotContentSchema = z.object({
  examples: z.array(id).max(64),
  counters: z.array(z.object({ id, modeId: id })).max(32),
});
export type FewShotContent = z.infer<typeof fewShotContentSchema>;

/** What is stored of a set. */
export const fewShotBodySchema = fewShotContentSchema.extend({
  options: fewShotOptionsSchema,
  tokens: count,
  coverage: share,
});

export const fewShotSetSchema = fewShotBodySchema.extend({
  id,
  name,
  /** The prompt version it is live for, '' for all of them; null where it is not live. */
  liveFor: z.string().nullable(),
  createdAt: time,
});
export type FewShotSet = z.infer<typeof fewShotSetSchema>;

const inFormat = fewShotContentSchema.extend({ format: fewShotFormatSchema });

export const fewShotOperations = {
  /** Starts to choose; the job's result is a choice. It is compared with the set of this name, else with the live one. */
  choose: operation
    .input(z.object({ options: fewShotOptionsSchema, compare: name.optional() }))
    .output(z.object({ jobId: id })),
  /** Newest first. */
  sets: operation.output(z.array(fewShotSetSchema)),
  /** Keeps a set under a name of its own. FEW_SHOT_SET_EXISTS, ITEM_NOT_FOUND, MODE_NOT_FOUND. */
  save: operation.input(fewShotBodySchema.extend({ name })).output(fewShotSetSchema),
  /** Of the sets one is live for each prompt version and one for all: it takes the place of the one before. */
  setLive: operation
    .input(z.object({ name, liveFor: z.string().max(500).nullable() }))
    .output(fewShotSetSchema),
  remove: operation.input(z.object({ name })),
  /** A set as its file has it, and its tokens. */
  text: operation.input(inFormat).output(z.object({ text: z.string(), tokens: count })),
  write: operation
    .input(inFormat.extend({ path: z.string().min(1), overwrite: z.boolean().optional() }))
    .output(z.object({ path: z.string(), bytes: count, sha256: z.string() })),
};
