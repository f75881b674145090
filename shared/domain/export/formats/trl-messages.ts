import { trlMessages } from '../format-messages.ts';
import { dialects } from '../validators/dialects.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { validateTools } from '../validators/validate-tools.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';

/** FORMATS A.9, language modeling: a message's weight has no equivalent here. */
export const trlMessageList: FormatOf<'supervised'> = {
  name: 'Messages (TRL)',
  sentence:
    'Whole conversations, all of whose answers are learned; tool calls as the chat templates of Hugging Face TRL read them.',
  kind: 'supervised',
  write: (example) => {
    const { prompt, answer, tools } = example;
    return (
      obstacle(example, { tools: true, masks: false }) ?? {
        ok: true,
        value: {
          messages: [...trlMessages(prompt), answerOf(answer)],
          ...(tools === undefined ? {} : { tools }),
        },
      }
    );
  },
  keys: ['messages', 'tools', 'chat_template_kwargs'],
  validate: (row) => [...validateChat(row, dialects.trl), ...validateTools(row, 'where_defined')],
  promptOf: chatPromptOf,
};
