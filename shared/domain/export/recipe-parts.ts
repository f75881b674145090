import { z } from 'zod';
import { findingKinds } from '../privacy/finding.ts';

/** The parts of a recipe that are optional as a whole: one that is not there changes nothing. */
const share = z.number().min(0).max(1);

/** What says which of two answers is the better one. */
export const pairSources = ['edit', 'preference', 'rating', 'outcome', 'contrast'] as const;

export const pairingSchema = z.object({
  from: z.enum(pairSources),
  /** Edits that change a smaller share of words than this are noise and are left out. */
  leastChange: share.optional(),
  /** Edits that change a larger share of words than this are rewrites and are left out. */
  mostChange: share.optional(),
  /** Name of the signal or question that ratings, outcomes or preferences are read from. */
  signal: z.string().min(1).optional(),
  /** Of preferences: the field of the metadata that holds the other output; without it, other_output. */
  other: z.string().min(1).optional(),
  /** From this value on an answer is good. */
  good: z.number().optional(),
  /** Up to this value an answer is bad; between the two it is neither. */
  bad: z.number().optional(),
});
export type PairingOptions = z.infer<typeof pairingSchema>;

export const cleaningSchema = z.object({
  /** Takes white space off both ends of answers. */
  trim: z.boolean().optional(),
  /** Writes all texts in Unicode's composed form. */
  normalise: z.literal('nfc').optional(),
  /** What the last message of the user becomes; {{input}} stands for what it was. */
  template: z.string().min(1).optional(),
});
export type Cleaning = z.infer<typeof cleaningSchema>;

export const privacySchema = z.object({
  finders: z.array(z.enum(findingKinds)).min(1),
  /** Names to find; needed for the finder of names. */
  names: z.array(z.string().min(1)).optional(),
  /** Redact puts the kind in place of what was found, mask keeps its shape, drop leaves the row out. */
  action: z.enum(['redact', 'mask', 'drop']),
  /** What a person said about findings that were drawn by lot: how many are what their kind says, and how many are not. */
  confirmed: z
    .partialRecord(z.enum(findingKinds), z.object({ right: z.int().min(0), wrong: z.int().min(0) }))
    .optional(),
});
export type PrivacyOptions = z.infer<typeof privacySchema>;

export const tokensSchema = z.object({
  /** A vocabulary that is built in, or the path of a tokenizer.json. */
  encoding: z.union([z.enum(['o200k_base', 'cl100k_base']), z.object({ file: z.string().min(1) })]),
  /** Rows with more tokens are left out, and the export says which. */
  most: z.int().min(1).optional(),
  /** In whatever currency the user thinks of, for a million training tokens. */
  pricePerMillion: z.number().min(0).optional(),
  epochs: z.int().min(1).optional(),
});
export type TokenOptions = z.infer<typeof tokensSchema>;

export const limitsSchema = z.object({
  /** UTF-16 units of all texts of a row. */
  mostCharacters: z.int().min(1).optional(),
  perUser: z.int().min(1).optional(),
  perMode: z.int().min(1).optional(),
  perPromptVersion: z.int().min(1).optional(),
  total: z.int().min(1).optional(),
});
export type Limits = z.infer<typeof limitsSchema>;

export const balanceSchema = z.object({
  by: z.enum(['mode', 'prompt_version', 'model', 'user', 'answer']),
  /** The largest group has at most this many times the rows of the smallest. */
  most: z.number().min(1),
});
export type Balance = z.infer<typeof balanceSchema>;

export const duplicatesSchema = z.object({
  exact: z.boolean(),
  /** From this share of common shingles on (Jaccard), a row is a near-duplicate of an earlier one and left out. */
  near: z.number().min(0.5).max(1).optional(),
});
export type DuplicateOptions = z.infer<typeof duplicatesSchema>;

export const decontaminationSchema = z.object({
  /** A file of rows or texts, such as an eval set, that the export must not hold. */
  path: z.string().min(1),
  /** So many words in a row in common are a hit; 13 is what GPT-3's authors took (Brown et al. 2020, appendix C). */
  words: z.int().min(5).max(50),
});
export type Decontamination = z.infer<typeof decontaminationSchema>;

export const cardSchema = z.object({
  title: z.string().min(1),
  licence: z.string().min(1).optional(),
  description: z.string().optional(),
  /** Who made the data set. */
  creator: z.string().min(1).optional(),
  /** Where it is published. */
  url: z.url().optional(),
  /** Day of publication. */
  published: z.iso.date().optional(),
});
export type Card = z.infer<typeof cardSchema>;
