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

const speakerTurn = z.strictObject({
  from: z.enum(['system', 'human', 'gpt', 'function_call', 'observation']),
  value: z.string(),
});

const modelAnswer = z.strictObject({ role: z.literal('model'), parts: text });

const textPair = z.strictObject({ input: z.string(), output: z.string() });

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
  'openai-rft': z.strictObject({
    messages: z.array(openAiMessage),
    reference_answer: z.string(),
    rating: z.number().optional(),
    outcome: z.number().optional(),
  }),
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
  'trl-kto': z.strictObject({ prompt: z.array(trlMessage), completion: answer, label: z.boolean() }),
  'trl-reward': z.strictObject({
    chosen: z.array(trlMessage).min(1),
    rejected: z.array(trlMessage).min(1),
    margin: z.number().optional(),
  }),
  'trl-stepwise': z.strictObject({
    prompt: z.string(),
    completions: z.array(z.string()).min(1),
    labels: z.array(z.boolean()).min(1),
  }),
  'gemini-preference': z.strictObject({
    system_instruction: z.strictObject({ parts: text }).optional(),
    contents: z.array(z.strictObject({ role: z.enum(['user', 'model']), parts: text })),
    completions: z.tuple([
      z.strictObject({ score: z.literal(1), completion: modelAnswer }),
      z.strictObject({ score: z.literal(0), completion: modelAnswer }),
    ]),
  }),
  'nova-dpo': z.strictObject({
    schemaVersion: z.literal('bedrock-conversation-2024'),
    system: text.optional(),
    messages: z
      .array(
        z.union([
          z.strictObject({ role: z.enum(['user', 'assistant']), content: text }),
          z.strictObject({
            role: z.literal('assistant'),
            candidates: z.tuple([
              z.strictObject({ content: text, preferenceLabel: z.literal('preferred') }),
              z.strictObject({ content: text, preferenceLabel: z.literal('non-preferred') }),
            ]),
          }),
        ]),
      )
      .min(1),
  }),
  'llama-factory-preference': z.strictObject({
    conversations: z.array(speakerTurn),
    chosen: speakerTurn,
    rejected: speakerTurn,
  }),
  'fewshot-anthropic': textPair,
  'fewshot-openai': z.strictObject({ messages: z.array(openAiMessage).min(2) }),
  'fewshot-dspy': textPair,
  'fewshot-langchain': textPair,
  'fewshot-markdown': textPair,
  promptfoo: z.strictObject({
    description: z.string(),
    vars: z.strictObject({ input: z.string() }),
    assert: z
      .array(
        z.strictObject({
          type: z.enum(['similar', 'not-contains', 'llm-rubric']),
          value: z.string(),
          threshold: z.number().optional(),
          metric: z.string().optional(),
        }),
      )
      .min(1),
    metadata: z.strictObject({ interaction: z.string(), failure_modes: z.array(z.string()) }),
  }),
  inspect: z.strictObject({
    id: z.string(),
    input: z.array(openAiMessage),
    target: z.string(),
    metadata: z.strictObject({ failure_modes: z.array(z.string()), rubric: z.string().optional() }),
  }),
  'openai-evals': z.strictObject({
    input: z.array(openAiMessage),
    ideal: z.string(),
    criteria: z.string().optional(),
  }),
} satisfies Record<ExportFormat, z.ZodType>;
