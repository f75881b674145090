import { trlMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf } from '../validators/message-parts.ts';
import { validatePair, validatePrompt } from '../validators/validate-answers.ts';
import { validateTexts } from '../validators/validate-texts.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';

/** FORMATS A.9. */
export const trlPreference: FormatOf<'preference'> = {
  name: 'Preference (TRL)',
  sentence:
    'Prompt, chosen (the edit) and rejected (the output), for DPO and its relatives; read by Hugging Face TRL, Axolotl and LLaMA-Factory.',
  kind: 'preference',
  write: ({ prompt, chosen, rejected, tools }) => ({
    ok: true,
    value: {
      prompt: trlMessages(prompt),
      chosen: [answerOf(chosen)],
      rejected: [answerOf(rejected)],
      ...(tools === undefined ? {} : { tools }),
    },
  }),
  keys: ['prompt', 'chosen', 'rejected', 'tools'],
  validate: (row) =>
    validateTexts(row, { prompt: 'prompt', answers: ['chosen', 'rejected'] }) ?? [
      ...validatePrompt(row['prompt'], dialects.trl),
      ...validatePair(row['chosen'], row['rejected'], dialects.trl),
    ],
  promptOf: (row) => listOf(row['prompt']),
};
