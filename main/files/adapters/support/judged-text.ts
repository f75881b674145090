import { isJsonList, type JsonObject } from '../../../../shared/domain/json.ts';
import { normaliseMessages } from '../../../../shared/domain/mapping/normalise-messages.ts';
import { targetNames } from '../../../../shared/domain/mapping/target-names.ts';
import { boundContext } from './bounded-context.ts';
import { listField, textField } from './fields.ts';
import { namedColumn } from './named-column.ts';
import { onlyTextColumn } from './only-text.ts';
import { isAssistantTurn, readTurn } from './read-turn.ts';

/** What annotators were given to judge. */
export interface JudgedText {
  readonly output: string;
  readonly messages: readonly JsonObject[];
  readonly model: string | undefined;
  /** The columns that output and messages came from. */
  readonly taken: readonly string[];
}

/**
 * Finds it in a tool's data: the column named like an output, else a chat's last reply, else the only running text.
 * Undefined where the data is about images, sound or texts among which none is the output.
 */
export function judgedText(data: JsonObject): JudgedText | undefined {
  const outputName = namedColumn(data, targetNames.output);
  if (outputName === undefined) {
    const reply = lastReply(data);
    if (reply !== undefined) return reply;
  }
  const name = outputName ?? onlyTextColumn(data);
  if (name === undefined) return undefined;
  const { messages, taken } = askedMessages(data, name);
  return { output: textField(data, name) ?? '', messages, model: modelOf(data), taken: [...taken, name] };
}

/** The conversation in a tool's data: a chat, else the columns named like a system prompt and an input. */
export function askedMessages(data: JsonObject, outputName?: string): Pick<JudgedText, 'messages' | 'taken'> {
  const chat = chatOf(data);
  if (chat !== undefined) return { messages: boundContext(chat.turns).messages, taken: [chat.name] };
  const names = [targetNames.system, targetNames.input].flatMap((known, at) => {
    const name = namedColumn(data, known);
    return name === undefined || name === outputName ? [] : [{ name, role: at === 0 ? 'system' : 'user' }];
  });
  const messages = names.map(({ name, role }) => ({ role, content: textField(data, name) ?? '' }));
  return { messages, taken: names.map(({ name }) => name) };
}

function lastReply(data: JsonObject): JudgedText | undefined {
  const chat = chatOf(data);
  const last = chat?.turns.findLastIndex(isAssistantTurn) ?? -1;
  if (chat === undefined || last < 0) return undefined;
  const output = textField(chat.turns[last] ?? {}, 'content') ?? '';
  const { messages } = boundContext(chat.turns, last);
  // Later turns are no context of the output, so that the column stays where there are some.
  const taken = last === chat.turns.length - 1 ? [chat.name] : [];
  return { output, messages, model: modelOf(data), taken };
}

function modelOf(data: JsonObject): string | undefined {
  const name = namedColumn(data, targetNames.model);
  return name === undefined ? undefined : textField(data, name);
}

const chatNames = ['messages', 'conversation', 'conversations', 'dialogue', 'dialog', 'chat', 'history'];

function chatOf(data: JsonObject): { name: string; turns: readonly JsonObject[] } | undefined {
  const name = namedColumn(data, chatNames, isJsonList);
  const list = name === undefined ? [] : listField(data, name);
  if (name === undefined || list.length === 0 || normaliseMessages(list) === undefined) return undefined;
  return { name, turns: list.map(readTurn) };
}
