import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { openJsonText } from '../../../../shared/domain/mapping/path.ts';
import type { Message } from '../../../../shared/domain/message.ts';
import { objectOf, textOf } from './attributes.ts';

export interface Turns {
  readonly messages: readonly Message[];
  /** False where a value holds more than messages can: reasoning, images, parameters. */
  readonly isWhole: boolean;
}

/**
 * Messages of any of the tracing dialects: `{role, parts}` of the GenAI conventions, `{role, content}` with text or
 * parts of OpenAI's, Anthropic's or the AI SDK's, and OpenInference's `{message: {...}}`. Undefined where the list
 * holds anything else.
 */
export function readTurns(list: readonly Json[], defaultRole: string): Turns | undefined {
  const turns: Turns[] = [];
  for (const item of list) {
    const turn = readTurn(item, defaultRole);
    if (turn === undefined) return undefined;
    turns.push(turn);
  }
  return {
    messages: turns.flatMap(({ messages }) => messages),
    isWhole: turns.every(({ isWhole }) => isWhole),
  };
}

/** One message; its tool results become messages of their own behind it. */
export function readTurn(item: Json, defaultRole: string): Turns | undefined {
  if (typeof item === 'string') return { messages: [{ role: defaultRole, content: item }], isWhole: true };
  if (!isJsonObject(item)) return undefined;
  const message = isJsonObject(item['message']) ? { ...item, ...item['message'] } : item;
  const body = bodyOf(message);
  const isMessage = textOf(message['role']) !== undefined || body !== undefined || isCalling(message);
  if (!isMessage) return undefined;
  const role = textOf(message['role']) ?? defaultRole;
  const found = readBody(body ?? null);
  const calls = [...found.calls, ...toolCalls(message['tool_calls'])];
  const callId = textOf(message['tool_call_id']) ?? textOf(message['id']);
  const name = textOf(message['name']);
  const own: Message = {
    role,
    content: found.text,
    ...(name === undefined ? {} : { name }),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
    ...(role === 'tool' && callId !== undefined ? { tool_call_id: callId } : {}),
  };
  const isOnlyResults = found.results.length > 0 && found.text === '' && calls.length === 0;
  return { messages: [...(isOnlyResults ? [] : [own]), ...found.results], isWhole: found.isWhole };
}

function isCalling(message: JsonObject): boolean {
  return isJsonList(message['tool_calls']);
}

function bodyOf(message: JsonObject): Json | undefined {
  const contents = message['contents'];
  if (isJsonList(contents) && (message['content'] ?? null) === null)
    return contents.map((entry) => objectOf(entry)['message_content'] ?? entry);
  return message['parts'] ?? message['content'] ?? message['text'];
}

interface Body {
  text: string;
  isWhole: boolean;
  readonly calls: JsonObject[];
  readonly results: Message[];
}

function readBody(value: Json): Body {
  const body: Body = { text: '', isWhole: true, calls: [], results: [] };
  if (!isJsonList(value)) body.text = plainText(value);
  else for (const part of value) readPart(part, body);
  return body;
}

function readPart(part: Json, body: Body): void {
  if (!isJsonObject(part)) {
    body.text += plainText(part);
    return;
  }
  const type = textOf(part['type'])?.replaceAll('-', '_') ?? 'text';
  if (type === 'tool_call' || type === 'tool_use' || type === 'function_call')
    body.calls.push(toolCall(part));
  else if (type === 'tool_call_response' || type === 'tool_result') body.results.push(toolResult(part));
  else if (/^(input_|output_)?text$/.test(type) && isTextPart(part)) body.text += partText(part);
  else body.isWhole = false;
}

function isTextPart(part: Json): part is JsonObject {
  return isJsonObject(part) && typeof (part['content'] ?? part['text']) === 'string';
}

function partText(part: JsonObject): string {
  return textOf(part['content'] ?? part['text']) ?? '';
}

/** Tool calls as lists of OpenAI's, OpenInference's or flat `{id, name, arguments}` objects. */
function toolCalls(value: Json | undefined): readonly JsonObject[] {
  const list = openJsonText(value ?? null);
  if (!isJsonList(list)) return [];
  return list.filter(isJsonObject).map((call) => toolCall(objectOf(call['tool_call'] ?? call)));
}

function toolCall(part: JsonObject): JsonObject {
  const inner = objectOf(part['function']);
  const id = part['id'] ?? part['toolCallId'] ?? part['call_id'];
  const name = inner['name'] ?? part['name'] ?? part['toolName'] ?? '';
  const given = inner['arguments'] ?? part['arguments'] ?? part['args'] ?? part['input'] ?? '';
  return {
    ...(id === undefined ? {} : { id }),
    type: 'function',
    function: { name, arguments: plainText(given) },
  };
}

function toolResult(part: JsonObject): Message {
  const id = textOf(part['id'] ?? part['toolCallId'] ?? part['tool_use_id'] ?? part['call_id']);
  const name = textOf(part['toolName'] ?? part['name']);
  const value = part['response'] ?? part['result'] ?? part['output'] ?? part['content'] ?? '';
  const isTyped = isJsonObject(value) && Object.hasOwn(value, 'value') && Object.hasOwn(value, 'type');
  return {
    role: 'tool',
    content: plainText(isTyped ? (value['value'] ?? '') : value),
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { tool_call_id: id }),
  };
}

/** A text as it is, text parts joined, anything else as its JSON; empty where it is null or nested beyond writing. */
export function plainText(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (isJsonList(value) && value.length > 0 && value.every(isTextPart)) return value.map(partText).join('');
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
