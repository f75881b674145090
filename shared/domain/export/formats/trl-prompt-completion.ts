import { trlMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf } from '../validators/message-parts.ts';
import { validateAnswer, validatePrompt } from '../validators/validate-answers.ts';
import { validateTexts } from '../validators/validate-texts.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';

/** FORMATS A.9: TRL 1.10 learns the completion alone, whatever answers the prompt holds. */
export const trlPromptCompletion: FormatOf<'supervised'> = {
  name: 'Prompt and completion (TRL)',
  sentence:
    'The conversation and the wanted answer apart, so that only the answer is learned; read by Hugging Face TRL and tools on top of it.',
  kind: 'supervised',
  write: ({ prompt, answer, tools }) => ({
    ok: true,
    value: {
      prompt: trlMessages(prompt),
      completion: [answerOf(answer)],
      ...(tools === undefined ? {} : { tools }),
    },
  }),
  keys: ['prompt', 'completion', 'tools'],
  validate: (row) =>
    validateTexts(row, { prompt: 'prompt', answers: ['completion'] }) ?? [
      ...validatePrompt(row['prompt'], dialects.trl),
      ...validateAnswer(row['completion'], 'completion', dialects.trl),
    ],
  promptOf: (row) => listOf(row['prompt']),
};
