import { trlMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { validateTools } from '../validators/validate-tools.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { markAnswers } from './mark-answers.ts';

/** FORMATS A.10: `type: chat_template`, with `message_field_training: train` where earlier answers are left out. */
export const axolotl: FormatOf<'supervised'> = {
  name: 'Axolotl',
  sentence:
    'Conversations for Axolotl’s chat_template, with train: false on the answers that are not to be learned.',
  kind: 'supervised',
  write: ({ prompt, answer, trains, tools }) => {
    const messages = trlMessages(prompt);
    return {
      ok: true,
      value: {
        messages:
          trains === 'last'
            ? [...markAnswers(messages, { train: false }), { ...answerOf(answer), train: true }]
            : [...messages, answerOf(answer)],
        ...(tools === undefined ? {} : { tools }),
      },
    };
  },
  keys: ['messages', 'tools'],
  validate: (row) => [...validateChat(row, dialects.axolotl), ...validateTools(row, 'where_defined')],
  promptOf: chatPromptOf,
};
