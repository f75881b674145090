import { z } from 'zod';
import { consensusSchema } from '../agreement/consensus.ts';
import { filterSchema } from '../filter/filter.ts';
import { containerSchema } from './container.ts';
import {
  balanceSchema,
  cardSchema,
  cleaningSchema,
  decontaminationSchema,
  duplicatesSchema,
  limitsSchema,
  pairingSchema,
  privacySchema,
  tokensSchema,
} from './recipe-parts.ts';

export const exportFormats = [
  'openai-chat',
  'openai-dpo',
  'openai-rft',
  'trl-prompt-completion',
  'trl-messages',
  'trl-preference',
  'gemini',
  'nova',
  'mistral',
  'together',
  'fireworks',
  'llama-factory',
  'axolotl',
  'axolotl-spans',
  'ms-swift',
  'alpaca',
  'sharegpt',
  'trl-kto',
  'trl-reward',
  'trl-stepwise',
  'gemini-preference',
  'nova-dpo',
  'llama-factory-preference',
  'fewshot-anthropic',
  'fewshot-openai',
  'fewshot-dspy',
  'fewshot-langchain',
  'fewshot-markdown',
  'promptfoo',
  'inspect',
  'openai-evals',
] as const;

export const exportFormatSchema = z.enum(exportFormats);

export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Everything that decides an export's bytes, together with the project's state. */
export const recipeSchema = z.object({
  format: exportFormatSchema,
  filter: filterSchema,
  /** Share of groups held out for validation; 0 writes one file. */
  validation: z.number().min(0).max(0.9),
  seed: z.int(),
  /** What supervised pairs learn from: edits only, or unedited outputs as well (filter them by a label). */
  target: z.enum(['edit', 'edit-or-output']),
  /** Whether supervised sets learn earlier answers of a conversation, too; without it they do. */
  trains: z.enum(['last', 'all']).optional(),
  /** Interactions of one group are never split between training and validation. */
  groupBy: z.enum(['session', 'user', 'interaction']),
  /** How answers of several annotators become the one that the filter asks for; without it, it asks for anybody's. */
  consensus: consensusSchema.optional(),
  /**
   * Share of words, 0 to 1, from which an output counts as bad in unpaired sets where people changed that much of it;
   * without it none does, for an edited output is less good rather than bad.
   */
  badFrom: z.number().min(0).max(1).optional(),
  /** What rows are put into; without it, JSON Lines. */
  container: containerSchema.optional(),
  /** What gives the better and the worse answer, or the good and the bad one; without it, the edit and its output. */
  pairs: pairingSchema.optional(),
  /** Stands in place of the system messages; an empty text takes them out. Without it, they stay as they were logged. */
  system: z.string().optional(),
  clean: cleaningSchema.optional(),
  privacy: privacySchema.optional(),
  tokens: tokensSchema.optional(),
  limits: limitsSchema.optional(),
  balance: balanceSchema.optional(),
  duplicates: duplicatesSchema.optional(),
  decontaminate: decontaminationSchema.optional(),
  /** Share of groups held out as a test set, beside validation; without it there is none. */
  test: z.number().min(0).max(0.9).optional(),
  /**
   * Leaves a row out that belongs to groups on both sides of the split. Without it, such a row takes the later group to
   * the side of the earlier one; a recipe with a test set or with `keepsNearDuplicates` is always stable.
   */
  stable: z.literal(true).optional(),
  /** Whether near-duplicates stay on one side of the split as equal inputs do; without it they need not. */
  keepsNearDuplicates: z.boolean().optional(),
  /** In eval sets: this many typical examples of each confirmed failure mode; without it, one for each interaction. */
  perMode: z.int().min(1).optional(),
  /** What the card of a Hugging Face folder says. */
  card: cardSchema.optional(),
});

export type Recipe = z.infer<typeof recipeSchema>;
