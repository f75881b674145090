import { z } from 'zod';
import type { ExportFormat } from './recipe.ts';

/** Reads exported lines back, strictly: an unknown key anywhere is an error. */
const openAiMessage = z.strictObject({
  role: z.string(),
  content: z.string().nullable(),
  name: z.string().optional(),
  tool_calls: z
    .array(
      z.strictObject({
        id: z.string().optional(),
        type: z.literal('function'),
        function: z.strictObject({ name: z.string(), arguments: z.string() }),
      }),
    )
    .optional(),
  tool_call_id: z.string().optional(),
});

const trlMessage = z.strictObject({
  role: z.string(),
  content: z.string(),
  name: z.string().optional(),
  tool_calls: z
    .array(
      z.strictObject({
        type: z.literal('function'),
        function: z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.json()) }),
      }),
    )
    .optional(),
});

const answer = z.tuple([z.strictObject({ role: z.literal('assistant'), content: z.string() })]);

/** One strict schema for the rows of each export format. */
export const lineSchemas = {
  'openai-chat': z.strictObject({ messages: z.array(openAiMessage).min(1) }),
  'openai-dpo': z.strictObject({
    input: z.strictObject({ messages: z.array(openAiMessage) }),
    preferred_output: answer,
    non_preferred_output: answer,
  }),
  'trl-prompt-completion': z.strictObject({ prompt: z.array(trlMessage), completion: answer }),
  'trl-preference': z.strictObject({ prompt: z.array(trlMessage), chosen: answer, rejected: answer }),
} satisfies Record<ExportFormat, z.ZodType>;
