import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { chatMessages } from './chat-messages.ts';
import { toolCall } from './content-parts.ts';
import { field, objectField, objectsField, openJson, textField } from './fields.ts';

/** `type` where it names a role: LangChain's short names; its class names lose their `Message` first. */
const roleOfType: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['user', 'user'],
  ['ai', 'assistant'],
  ['assistant', 'assistant'],
  ['system', 'system'],
  ['developer', 'system'],
  ['tool', 'tool'],
  ['function', 'function'],
]);

/**
 * The turns of a conversation as tracing tools record them: messages of a provider, of LangChain (plain, serialised
 * or as `[role, text]`), or items of OpenAI's Responses. Undefined where the value is no list of turns.
 */
export function readTurns(value: Json | undefined): readonly JsonObject[] | undefined {
  const list = openJson(value);
  if (!isJsonList(list)) return undefined;
  const [first] = list;
  // LangChain records a batch of conversations; a run is about its first.
  if (isJsonList(first) && !isPair(first)) return readTurns(first);
  return list.some(isTurn) ? chatMessages(list.map((item) => plainMessage(item) ?? item)) : undefined;
}

/** Whether a value is a message of some provider or framework, or an item of OpenAI's Responses. */
export function isTurn(item: Json): boolean {
  if (isJsonObject(item) && typeof item['type'] === 'string' && item['type'].startsWith('function_call')) {
    return Object.hasOwn(item, 'name') || Object.hasOwn(item, 'output');
  }
  return plainMessage(item) !== undefined;
}

/** A message with `role`, `content` or `parts`, and tool calls as OpenAI writes them; undefined where it is none. */
export function plainMessage(item: Json): JsonObject | undefined {
  if (isJsonList(item)) {
    return isPair(item) ? { role: roleOfType.get(item[0]) ?? item[0], content: item[1] } : undefined;
  }
  if (!isJsonObject(item)) return undefined;
  const message = unwrapped(item);
  const role = roleOf(message);
  const content = field(message, 'content', 'parts', 'text', 'value');
  const calls = toolCallsOf(message);
  const hasBody = ['content', 'parts', 'text', 'value'].some((name) => Object.hasOwn(message, name));
  if (role === undefined || !(hasBody || calls.length > 0)) return undefined;
  const callId = textField(message, 'tool_call_id', 'toolCallId');
  const plain = { ...message, role, content: content ?? null, tool_calls: calls };
  return callId === undefined ? plain : { ...plain, tool_call_id: callId };
}

/** LangChain's wrappings of a message taken off: `{lc, id, kwargs}` and `{type, data}`. */
function unwrapped(item: JsonObject): JsonObject {
  const kwargs = openJson(item['kwargs']);
  const id = item['id'];
  if (isJsonList(id) && isJsonObject(kwargs)) return { ...kwargs, type: id.at(-1) ?? null };
  const data = openJson(item['data']);
  return isJsonObject(data) && typeof item['type'] === 'string' ? { ...data, type: item['type'] } : item;
}

function roleOf(message: JsonObject): string | undefined {
  const stated = textField(message, 'role', 'from');
  if (stated !== undefined) return stated;
  const type = textField(message, 'type')
    ?.replace(/Message(Chunk)?$/, '')
    .toLowerCase();
  return type === undefined ? undefined : roleOfType.get(type);
}

function isPair(list: readonly Json[]): list is readonly [string, string] {
  const [role, text] = list;
  return list.length === 2 && typeof text === 'string' && typeof role === 'string' && roleOfType.has(role);
}

function toolCallsOf(message: JsonObject): readonly JsonObject[] {
  const places = [
    objectsField(message, 'tool_calls'),
    objectsField(message, 'toolCalls'),
    objectsField(objectField(message, 'additional_kwargs'), 'tool_calls'),
  ];
  return (places.find((list) => list.length > 0) ?? []).map((call) => {
    if (isJsonObject(call['function'])) return call;
    const name = textField(call, 'name', 'toolName') ?? '';
    return toolCall(textField(call, 'id', 'toolCallId'), name, field(call, 'args', 'arguments', 'input'));
  });
}
