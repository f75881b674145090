import { z } from 'zod';
import { filterSchema } from '../filter/filter.ts';

export const fewShotFormats = [
  'fewshot-anthropic',
  'fewshot-openai',
  'fewshot-dspy',
  'fewshot-langchain',
  'fewshot-markdown',
] as const;
export const fewShotFormatSchema = z.enum(fewShotFormats);
export type FewShotFormat = z.infer<typeof fewShotFormatSchema>;

export const fewShotGroupings = ['none', 'prompt_version', 'model', 'mode'] as const;
export const fewShotMethods = ['facility', 'centre'] as const;
export const fewShotOrders = ['likeness', 'quality', 'chosen'] as const;
/** What says how good an answer is, beside an edit. */
export const evidenceKinds = ['label', 'rating', 'outcome'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Everything that decides which examples are chosen, together with the project's state. */
export const fewShotOptionsSchema = z.object({
  filter: filterSchema,
  /** Tokens that examples and counter-examples may take together. */
  budget: z.int().min(20).max(1_000_000),
  /** Examples, beside the counter-examples. */
  most: z.int().min(1).max(64),
  /** Counter-examples: one for each of so many failure modes, the most frequent first. */
  counters: z.int().min(0).max(32),
  by: z.enum(fewShotGroupings),
  method: z.enum(fewShotMethods),
  order: z.enum(fewShotOrders),
  /** How the examples are written, and so how many tokens each takes. */
  format: fewShotFormatSchema,
  /** Quality below which an answer is no example. */
  leastQuality: z.number().min(0).max(1),
  evidence: z.array(z.enum(evidenceKinds)),
  /** Questions with a scale on which more is better; others with a scale say nothing. */
  scales: z.array(z.string()),
  /** What makes vectors of texts. */
  model: z.enum(['lexical', 'folder', 'service']),
});
export type FewShotOptions = z.infer<typeof fewShotOptionsSchema>;

export const usualFewShotOptions: FewShotOptions = {
  filter: [],
  budget: 2000,
  most: 8,
  counters: 0,
  by: 'none',
  method: 'facility',
  order: 'likeness',
  format: 'fewshot-anthropic',
  leastQuality: 0.6,
  evidence: [...evidenceKinds],
  scales: [],
  model: 'lexical',
};
