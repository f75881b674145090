import { isJsonList, type JsonObject, parseJson } from '../../json.ts';
import { openAiMessages } from '../format-messages.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { markAnswers } from './mark-answers.ts';

/** FORMATS A.10: ms-swift 3602360; definitions of tools are JSON as text. */
export const msSwift: FormatOf<'supervised'> = {
  name: 'ms-swift',
  sentence: 'Conversations for ms-swift, with loss: false on the answers that are not to be learned.',
  kind: 'supervised',
  write: ({ prompt, answer, trains, tools }) => {
    const messages = openAiMessages(prompt);
    return {
      ok: true,
      value: {
        messages:
          trains === 'last'
            ? [...markAnswers(messages, { loss: false }), { ...answerOf(answer), loss: true }]
            : [...messages, answerOf(answer)],
        ...(tools === undefined ? {} : { tools: JSON.stringify(tools) }),
      },
    };
  },
  keys: ['messages', 'rejected_response', 'rejected_messages', 'label', 'tools', 'channel'],
  validate: (row) => [...validateChat(row, dialects.swift), ...validateToolText(row)],
  promptOf: chatPromptOf,
};

function validateToolText({ tools }: JsonObject): readonly RowFinding[] {
  if (tools === undefined || (typeof tools === 'string' && isListText(tools))) return [];
  return [rowError('tools', 'tools is not a list of functions as JSON text.')];
}

function isListText(text: string): boolean {
  try {
    return isJsonList(parseJson(text));
  } catch {
    return false;
  }
}
