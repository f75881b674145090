import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import { repairText } from '../text/text-defect.ts';

/**
 * Messages as the OpenAI chat format has them: role, content, name, tool_calls (arguments as JSON text),
 * tool_call_id. `developer` is written as `system`, which every reader of the format knows.
 */
export function openAiMessages(messages: readonly Message[]): readonly JsonObject[] {
  return messages.map((message) => {
    const calls = message.tool_calls;
    const content = message.content === '' && calls !== undefined ? null : message.content.toWellFormed();
    return {
      role: roleOf(message),
      content,
      ...(message.name === undefined ? {} : { name: message.name.toWellFormed() }),
      ...(calls === undefined ? {} : { tool_calls: mapCalls(calls, openAiCall) }),
      ...(message.tool_call_id === undefined ? {} : { tool_call_id: message.tool_call_id.toWellFormed() }),
    };
  });
}

/**
 * Messages as TRL's chat templates read them: arguments as an object, a tool's answer with the tool's name, no ids.
 */
export function trlMessages(messages: readonly Message[]): readonly JsonObject[] {
  const names = new Map<string, string>();
  return messages.map((message) => {
    const calls = message.tool_calls;
    if (isJsonList(calls)) for (const call of calls) noteName(call, names);
    const name = message.name ?? names.get(message.tool_call_id ?? '');
    return {
      role: roleOf(message),
      ...(name === undefined || message.role !== 'tool' ? {} : { name: name.toWellFormed() }),
      content: message.content.toWellFormed(),
      ...(calls === undefined ? {} : { tool_calls: mapCalls(calls, trlCall) }),
    };
  });
}

/** Role and text alone, for readers that know neither names nor tools. */
export function textMessages(messages: readonly Message[]): readonly JsonObject[] {
  return messages.map((message) => ({ role: roleOf(message), content: message.content.toWellFormed() }));
}

function roleOf(message: Message): string {
  return message.role === 'developer' ? 'system' : message.role.toWellFormed();
}

/** What is no list of calls is left for the validation to name. */
function mapCalls(calls: Json, map: (call: JsonObject, fn: JsonObject) => JsonObject): Json {
  if (!isJsonList(calls)) return repairText(calls);
  return calls.map((call) => {
    const fn = isJsonObject(call) ? call['function'] : undefined;
    return isJsonObject(call) && isJsonObject(fn) ? repairText(map(call, fn)) : repairText(call);
  });
}

function openAiCall(call: JsonObject, fn: JsonObject): JsonObject {
  const args = fn['arguments'] ?? {};
  return {
    ...(call['id'] === undefined ? {} : { id: call['id'] }),
    type: 'function',
    function: { name: fn['name'] ?? '', arguments: typeof args === 'string' ? args : JSON.stringify(args) },
  };
}

function trlCall(_call: JsonObject, fn: JsonObject): JsonObject {
  return {
    type: 'function',
    function: { name: fn['name'] ?? '', arguments: argumentsObject(fn['arguments'] ?? {}) },
  };
}

function argumentsObject(args: Json): Json {
  if (typeof args !== 'string') return args;
  try {
    return args.trim() === '' ? {} : parseJson(args);
  } catch {
    return args;
  }
}

function noteName(call: Json, names: Map<string, string>): void {
  const fn = isJsonObject(call) ? call['function'] : undefined;
  const id = isJsonObject(call) ? call['id'] : undefined;
  const name = isJsonObject(fn) ? fn['name'] : undefined;
  if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
}
