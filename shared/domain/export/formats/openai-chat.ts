import { openAiMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { validateTools } from '../validators/validate-tools.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { markAnswers } from './mark-answers.ts';
import { openAiFewest } from './openai-fewest.ts';
import { createSystemRule } from './system-rule.ts';

/** FORMATS A.1: openai-openapi 9a72a42 and the data preparation notebook, whose names the rules have. */
export const openAiChat: FormatOf<'supervised'> = {
  name: 'Chat (OpenAI)',
  sentence:
    'Conversations that end with the wanted answer, for supervised fine-tuning; read by OpenAI, Azure, Together, Fireworks, Axolotl, LLaMA-Factory and TRL.',
  kind: 'supervised',
  write: ({ prompt, answer, trains, tools }) => {
    const messages = openAiMessages(prompt);
    return {
      ok: true,
      value: {
        messages: [
          ...(trains === 'last' ? markAnswers(messages, { weight: 0 }) : messages),
          answerOf(answer),
        ],
        ...(tools === undefined ? {} : { tools }),
      },
    };
  },
  keys: ['messages', 'tools', 'parallel_tool_calls', 'functions'],
  validate: (row) => [...validateChat(row, dialects.openAi), ...validateTools(row, 'where_defined')],
  promptOf: chatPromptOf,
  fewest: openAiFewest,
  fileRules: createSystemRule,
};
