import { textMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { markAnswers } from './mark-answers.ts';
import { obstacle } from './obstacle.ts';

/** FORMATS A.7: the rules of together-python eba5e5f, the strictest of all clients. */
export const together: FormatOf<'supervised'> = {
  name: 'Together',
  sentence:
    'Conversations of text by the strict rules of Together’s own checker: other readers take them, too.',
  kind: 'supervised',
  write: (example) => {
    const messages = textMessages(example.prompt);
    return (
      obstacle(example, { tools: false, masks: true }) ?? {
        ok: true,
        value: {
          messages: [
            ...(example.trains === 'last' ? markAnswers(messages, { weight: 0 }) : messages),
            answerOf(example.answer),
          ],
        },
      }
    );
  },
  keys: ['messages'],
  validate: (row) => validateChat(row, dialects.together),
  promptOf: chatPromptOf,
};
