import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import { contentText } from './content-text.ts';
import { openJsonText } from './path.ts';

/** Other names of roles: ShareGPT (`human`, `gpt`), Gemini (`model`), Cohere (`Chatbot`), LangChain (`ai`). */
const roleNames: ReadonlyMap<string, string> = new Map([
  ['system', 'system'],
  ['developer', 'developer'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['model', 'assistant'],
  ['ai', 'assistant'],
  ['bot', 'assistant'],
  ['chatbot', 'assistant'],
  ['tool', 'tool'],
  ['function', 'function'],
]);

/**
 * A list of chat messages as the project keeps them. Reads `{role, content}`, ShareGPT's `{from, value}`, Gemini's
 * `{role, parts}` and LangChain's `{type, content}`; the list may also be JSON text or sit in a `messages` member.
 * Undefined where the value is no such list.
 */
export function normaliseMessages(value: Json): readonly Message[] | undefined {
  const opened = openJsonText(value);
  const list =
    isJsonObject(opened) && Object.hasOwn(opened, 'messages')
      ? openJsonText(opened['messages'] ?? null)
      : opened;
  if (!isJsonList(list)) return undefined;
  const messages: Message[] = [];
  for (const item of list) {
    const message = normaliseMessage(item);
    if (message === undefined) return undefined;
    messages.push(message);
  }
  return messages;
}

function normaliseMessage(item: Json): Message | undefined {
  if (!isJsonObject(item)) return undefined;
  const role = roleOf(item);
  if (role === undefined) return undefined;
  const content = contentText(
    Object.hasOwn(item, 'value') && !Object.hasOwn(item, 'content') ? item['value'] : bodyOf(item),
  );
  if (content === undefined) return undefined;
  const name = item['name'];
  const toolCalls = item['tool_calls'];
  const toolCallId = item['tool_call_id'];
  const message: Message = { role, content: content ?? '' };
  if (typeof name !== 'string' && toolCalls === undefined && typeof toolCallId !== 'string') return message;
  return {
    ...message,
    ...(typeof name === 'string' ? { name } : {}),
    ...(toolCalls === undefined || toolCalls === null ? {} : { tool_calls: toolCalls }),
    ...(typeof toolCallId === 'string' ? { tool_call_id: toolCallId } : {}),
  };
}

function bodyOf(item: JsonObject): Json {
  return item['content'] ?? item['parts'] ?? item['text'] ?? null;
}

function roleOf(item: JsonObject): string | undefined {
  const stated = item['role'] ?? item['from'];
  if (typeof stated === 'string' && stated !== '') return roleNames.get(stated.toLowerCase()) ?? stated;
  // A bare `type` is also what content parts have, so it only counts where it names a role.
  const type = item['type'];
  return typeof type === 'string' ? roleNames.get(type) : undefined;
}
