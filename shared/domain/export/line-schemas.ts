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

const textMessage = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });

const mistralMessage = openAiMessage.extend({
  content: z.string().nullable().optional(),
  tool_calls: z
    .array(
      z.strictObject({
        id: z.string().length(9),
        type: z.literal('function'),
        function: z.strictObject({ name: z.string(), arguments: z.string() }),
      }),
    )
    .optional(),
});

const span = z.strictObject({ begin_offset: z.int().min(0), end_offset: z.int().min(0), train: z.boolean() });

const text = z.tuple([z.strictObject({ text: z.string() })]);

const speakerMessage = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'function_call', 'observation']),
  content: z.string(),
});

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
  'openai-rft': z.strictObject({ messages: z.array(openAiMessage), reference_answer: z.string() }),
  'trl-messages': z.strictObject({ messages: z.array(trlMessage).min(1) }),
  gemini: z.strictObject({
    systemInstruction: z.strictObject({ parts: text }).optional(),
    contents: z.array(z.strictObject({ role: z.enum(['user', 'model']), parts: text })).min(1),
  }),
  nova: z.strictObject({
    schemaVersion: z.literal('bedrock-conversation-2024'),
    system: text.optional(),
    messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: text })).min(1),
  }),
  mistral: z.strictObject({ messages: z.array(mistralMessage).min(1) }),
  together: z.strictObject({ messages: z.array(textMessage).min(1) }),
  fireworks: z.strictObject({ messages: z.array(textMessage).min(1) }),
  'llama-factory': z.strictObject({ messages: z.array(speakerMessage).min(1) }),
  axolotl: z.strictObject({ messages: z.array(trlMessage.extend({ train: z.boolean().optional() })).min(1) }),
  'axolotl-spans': z.strictObject({
    messages: z
      .array(trlMessage.extend({ train: z.boolean().optional(), train_detail: z.array(span).optional() }))
      .min(1),
  }),
  'ms-swift': z.strictObject({
    messages: z.array(openAiMessage.extend({ loss: z.boolean().optional() })).min(1),
  }),
  alpaca: z.strictObject({
    instruction: z.string(),
    input: z.literal(''),
    output: z.string(),
    system: z.string().optional(),
    history: z.array(z.tuple([z.string(), z.string()])).optional(),
  }),
  sharegpt: z.strictObject({
    conversations: z
      .array(
        z.strictObject({
          from: z.enum(['system', 'human', 'gpt', 'function_call', 'observation']),
          value: z.string(),
        }),
      )
      .min(1),
  }),
} satisfies Record<ExportFormat, z.ZodType>;
