import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { plainText, readParts, toolCall, type ContentParts } from './content-parts.ts';
import { column, field, listField, openJson, textField } from './fields.ts';

/**
 * A conversation as `ArrivingRow` has it, from the messages of any provider: OpenAI chat messages and Responses items,
 * Anthropic and Bedrock Converse turns with their blocks, Gemini's contents. A text is one user message. Total: what is
 * no message becomes one with its JSON as content, so that no turn is lost.
 */
export function chatMessages(value: Json | undefined): readonly JsonObject[] {
  const opened = openJson(value);
  if (opened === null || opened === '') return [];
  if (isJsonList(opened)) return opened.flatMap(messagesOfItem);
  return messagesOfItem(opened);
}

/** A system prompt, as text or as blocks, in front of the conversation; nothing where there is none. */
export function systemMessages(value: Json | undefined): readonly JsonObject[] {
  const content = plainText(value);
  return content === '' ? [] : [{ role: 'system', content }];
}

/** What an assistant's message says, with its tool calls and its reasoning. */
export function readAssistant(
  message: JsonObject,
): Pick<ContentParts, 'text' | 'reasoning' | 'toolCalls' | 'others'> {
  const parts = readParts(openContent(field(message, 'content', 'parts')));
  const reasoning = field(message, 'reasoning_content', 'reasoning');
  return {
    text: parts.text === '' ? plainText(field(message, 'refusal') ?? transcript(message)) : parts.text,
    reasoning: parts.reasoning === '' ? plainText(reasoning) : parts.reasoning,
    toolCalls: [...parts.toolCalls, ...callsOf(message)],
    others: parts.others,
  };
}

function messagesOfItem(item: Json): readonly JsonObject[] {
  if (item === null) return [];
  if (!isJsonObject(item)) return [{ role: 'user', content: plainText(item) }];
  const type = textField(item, 'type') ?? '';
  const id = textField(item, 'call_id', 'id');
  if (type === 'function_call') {
    const call = toolCall(id, textField(item, 'name') ?? '', field(item, 'arguments'));
    return [{ role: 'assistant', content: '', tool_calls: [call] }];
  }
  if (type === 'function_call_output') return [toolMessage(id, plainText(field(item, 'output')))];
  // A Responses item that only carries on the model's reasoning says nothing to anybody.
  if (type === 'reasoning') return [];
  const role = textField(item, 'role');
  return role === undefined ? [{ role: 'user', content: plainText(item) }] : messagesOfTurn(item, role);
}

function messagesOfTurn(turn: JsonObject, role: string): readonly JsonObject[] {
  const parts = readParts(openContent(field(turn, 'content', 'parts')));
  const results = parts.toolResults.map(({ id, text }) => toolMessage(id, text));
  const isOnlyResults = results.length > 0 && parts.text === '';
  if (isOnlyResults) return results;
  return [
    ...results,
    {
      role,
      content: parts.text === '' ? plainText(field(turn, 'refusal')) : parts.text,
      ...column('name', textField(turn, 'name')),
      ...column('tool_calls', [...parts.toolCalls, ...callsOf(turn)]),
      ...column('tool_call_id', textField(turn, 'tool_call_id')),
    },
  ];
}

/** Content that is no part of any provider, such as a tool's JSON answer, is read as text. */
function openContent(content: Json | undefined): Json | undefined {
  if (!isJsonObject(content) || Object.keys(content).length === 0) return content;
  const parts = readParts(content);
  return parts.others.length > 0 ? JSON.stringify(content) : content;
}

function callsOf(message: JsonObject): readonly JsonObject[] {
  const calls = listField(message, 'tool_calls').filter(isJsonObject).map(openaiCall);
  const legacy = field(message, 'function_call');
  if (!isJsonObject(legacy)) return calls;
  return [...calls, toolCall(undefined, textField(legacy, 'name') ?? '', field(legacy, 'arguments'))];
}

/** Inspect writes `{id, function: name, arguments}`. */
function openaiCall(call: JsonObject): JsonObject {
  const name = call['function'];
  return typeof name === 'string' ? toolCall(textField(call, 'id'), name, field(call, 'arguments')) : call;
}

function transcript(message: JsonObject): Json | undefined {
  const audio = field(message, 'audio');
  return isJsonObject(audio) ? audio['transcript'] : undefined;
}

function toolMessage(id: string | undefined, content: string): JsonObject {
  return { role: 'tool', content, ...column('tool_call_id', id) };
}
