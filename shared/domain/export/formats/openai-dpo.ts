import { isJsonObject } from '../../json.ts';
import { openAiMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf } from '../validators/message-parts.ts';
import { validatePair, validatePrompt } from '../validators/validate-answers.ts';
import { validateKeys } from '../validators/validate-keys.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { openAiFewest } from './openai-fewest.ts';

/** FORMATS A.2. */
export const openAiDpo: FormatOf<'preference'> = {
  name: 'Preference (OpenAI)',
  sentence:
    'The edit as the preferred and the output as the other answer, for direct preference optimisation; read by OpenAI, Azure, Together and Fireworks.',
  kind: 'preference',
  write: ({ prompt, chosen, rejected, tools }) => ({
    ok: true,
    value: {
      input: { messages: openAiMessages(prompt), ...(tools === undefined ? {} : { tools }) },
      preferred_output: [answerOf(chosen)],
      non_preferred_output: [answerOf(rejected)],
    },
  }),
  keys: ['input', 'preferred_output', 'non_preferred_output'],
  validate: (row) => {
    const { input } = row;
    const messages = isJsonObject(input) ? input['messages'] : undefined;
    return [
      ...(isJsonObject(input) ? validateKeys(input, ['messages', 'tools', 'parallel_tool_calls']) : []),
      ...validatePrompt(messages, dialects.openAi),
      ...validatePair(row['preferred_output'], row['non_preferred_output'], dialects.openAi),
    ];
  },
  promptOf: (row) => (isJsonObject(row['input']) ? listOf(row['input']['messages']) : []),
  fewest: openAiFewest,
};
