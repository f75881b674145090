import type { JsonObject } from '../../json.ts';
import { openAiMessages } from '../format-messages.ts';
import { rowError, skip } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf } from '../validators/message-parts.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { answerOf } from './answer.ts';
import { whyBad } from './counter-example.ts';
import type { ElementJoiner, FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';

/** FORMATS A.13: turns of user and assistant, to stand after the system message of a request. */
export const fewShotOpenAi: FormatOf<'supervised'> = {
  name: 'Few-shot, OpenAI',
  sentence: 'One list of messages, user and assistant in turn, to put after the system message of a request.',
  kind: 'supervised',
  write: (example) => {
    const blocked = obstacle(example, { tools: false, masks: false });
    if (blocked !== null) return blocked;
    const turns = example.prompt.filter(({ role }) => role !== 'system' && role !== 'developer');
    if (turns.length === 0) return skip('missing_user_message', 'There is no input beside a system prompt.');
    return { ok: true, value: { messages: [...openAiMessages(turns), answerOf(example.answer)] } };
  },
  keys: ['messages'],
  validate: (row) => validateChat(row, dialects.openAi),
  promptOf: chatPromptOf,
  counterText: ({ prompt, bad, good, mode }) => {
    const blocked = obstacle({ prompt, trains: 'all' }, { tools: false, masks: false });
    if (blocked !== null) return blocked;
    const turns = prompt.filter(({ role }) => role !== 'system' && role !== 'developer');
    if (turns.length === 0) return skip('missing_user_message', 'There is no input beside a system prompt.');
    const messages = [
      ...openAiMessages(turns),
      answerOf(bad),
      { role: 'user', content: `That answer has a fault. ${whyBad(mode)}\n\nAnswer again without it.` },
      answerOf(good),
    ];
    return { ok: true, value: messages.map((message) => JSON.stringify(message)).join(',\n') };
  },
  layout: {
    extension: 'json',
    head: '[\n',
    rowText: (row) =>
      listOf(row['messages'])
        .map((message) => JSON.stringify(message))
        .join(',\n'),
    between: ',\n',
    tail: '\n]\n',
    joinElements: joinTurns,
  },
};

/** An example ends with an answer. */
function joinTurns(): ElementJoiner {
  let turns: JsonObject[] = [];
  return {
    add: (message) => {
      turns.push(message);
      if (message['role'] !== 'assistant') return null;
      const messages = turns;
      turns = [];
      return { messages };
    },
    finish: () =>
      turns.length === 0
        ? []
        : [rowError('last_message_not_assistant', 'The last example does not end with an answer.')],
  };
}
