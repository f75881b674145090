import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { readAssistant } from './chat-messages.ts';
import { readParts } from './content-parts.ts';
import { field, objectsField, openJson, textField, without } from './fields.ts';
import { answerColumns } from './provider-body.ts';
import { isTurn, plainMessage } from './recorded-turns.ts';

/** What a tracing tool recorded as the output of an AI call. */
export interface RecordedOutput {
  /** Empty where the AI only called tools. */
  readonly text: string;
  /** `tool_calls`, `reasoning` and `other_content`, where there are any. */
  readonly columns: JsonObject;
  /** The system prompt, where the response repeats it (OpenAI's Responses). */
  readonly system?: string;
  /** Usage, finish reasons and whatever else came with the text. */
  readonly rest: JsonObject;
}

/** `{output: {message: …}}` and the like are unpacked this often. */
const maxUnpacking = 6;

/**
 * Reads an output whatever its form: a text, a message, a provider's response (OpenAI, Anthropic, Gemini, Bedrock),
 * LangChain's generations, or any other value, which becomes its JSON. Undefined where the AI left nothing.
 */
export function readRecordedOutput(value: Json | undefined): RecordedOutput | undefined {
  const opened = openJson(value);
  if (opened === null || opened === '') return undefined;
  // A text that happens to be JSON may be the AI's own: it is only opened where it is plainly a response.
  const read = readAnswer(opened, { isText: typeof value === 'string', unpacked: 0 });
  if (read !== undefined) return isNothing(read) ? undefined : read;
  if (typeof value === 'string') return answer(value);
  const isEmpty = typeof opened === 'object' && Object.keys(opened).length === 0;
  return isEmpty ? undefined : answer(JSON.stringify(opened));
}

function isNothing(read: RecordedOutput): boolean {
  return read.text === '' && !Object.hasOwn(read.columns, 'tool_calls');
}

function answer(text: string, rest: JsonObject = {}): RecordedOutput {
  return { text, columns: {}, rest };
}

interface Reading {
  /** Whether the value was opened from a text. */
  readonly isText: boolean;
  readonly unpacked: number;
}

/** Undefined where the value has no form that is known. */
function readAnswer(value: Json, reading: Reading): RecordedOutput | undefined {
  if (reading.unpacked > maxUnpacking || value === null) return undefined;
  if (typeof value !== 'object') return answer(String(value));
  if (isJsonList(value)) return readList(value, reading);
  if (!isJsonObject(value)) return undefined;
  return (
    readChoice(value) ??
    readItems(value) ??
    readGeneration(value) ??
    readMessage(value) ??
    readMember(value, reading)
  );
}

function readList(list: readonly Json[], { isText }: Reading): RecordedOutput | undefined {
  const [first] = list;
  // Some tools keep nothing of the response but its choices.
  if (isJsonObject(first) && isJsonObject(first['message']) && Object.hasOwn(first, 'finish_reason'))
    return readChoice({ choices: list });
  const turns = isJsonList(first) && !isTurn(first) ? first : list;
  const messages = turns.map((item) => plainMessage(item)).filter((message) => message !== undefined);
  const last = messages.findLast((message) => isAssistant(message));
  if (last !== undefined) return ofMessage(last, {});
  if (isText && !list.every(isJsonObject)) return undefined;
  const parts = readParts(list);
  const isAnswer = parts.text !== '' || parts.toolCalls.length > 0;
  return isAnswer ? { text: parts.text, columns: answerColumns(parts), rest: {} } : undefined;
}

function isAssistant(message: JsonObject): boolean {
  return ['assistant', 'ai', 'model', 'gpt'].includes(textField(message, 'role') ?? '');
}

/** The first answer of OpenAI's chat completions or of Gemini; further ones stay in the rest. */
function readChoice(value: JsonObject): RecordedOutput | undefined {
  const name = ['choices', 'candidates'].find((key) => objectsField(value, key).length > 0);
  if (name === undefined) return undefined;
  const [choice = {}, ...others] = objectsField(value, name);
  const message = openJson(field(choice, 'message', 'delta', 'content') ?? null);
  const rest = {
    ...without(value, [name]),
    ...without(choice, ['message', 'delta', 'content', 'text', 'index']),
    ...(others.length > 0 ? { [name]: others } : {}),
  };
  if (isJsonObject(message)) return ofMessage(plainMessage({ role: 'assistant', ...message }) ?? {}, rest);
  return answer(textField(choice, 'text') ?? '', rest);
}

/** The items of OpenAI's Responses, which are one answer together. */
function readItems(value: JsonObject): RecordedOutput | undefined {
  const items = openJson(value['output']);
  if (!isJsonList(items) || !items.some(isTurn)) return undefined;
  const content = items.filter(isJsonObject).flatMap((item) => {
    if (item['type'] !== 'function_call') return field(item, 'content', 'summary') ?? [];
    return {
      type: 'tool_call',
      id: field(item, 'call_id', 'id') ?? null,
      name: item['name'] ?? '',
      arguments: item['arguments'] ?? null,
    };
  });
  const read = ofMessage({ content }, without(value, ['output', 'output_text', 'instructions']));
  const system = value['instructions'];
  return typeof system === 'string' && system !== '' ? { ...read, system } : read;
}

/** The first of LangChain's generations. */
function readGeneration(value: JsonObject): RecordedOutput | undefined {
  const generations = openJson(value['generations']);
  const first = isJsonList(generations) ? generations[0] : undefined;
  const generation = isJsonList(first) ? first[0] : first;
  if (!isJsonObject(generation)) return undefined;
  const rest = { ...without(value, ['generations']), ...without(generation, ['message', 'text', 'type']) };
  const message = plainMessage(openJson(generation['message']));
  const read = message === undefined ? answer('') : ofMessage(message, metadataOf(message));
  const text = read.text === '' ? (textField(generation, 'text') ?? '') : read.text;
  return { ...read, text, rest: { ...rest, ...read.rest } };
}

/** The value is the message itself; Anthropic's and LangChain's carry more than the message. */
function readMessage(value: JsonObject): RecordedOutput | undefined {
  const isBare = value['type'] === 'message' && Object.hasOwn(value, 'content');
  const message = plainMessage(isBare ? { role: 'assistant', ...value } : value);
  return message === undefined ? undefined : ofMessage(message, metadataOf(message));
}

function metadataOf(message: JsonObject): JsonObject {
  return without(message, [
    'content',
    'parts',
    'text',
    'value',
    'role',
    'type',
    'tool_calls',
    'additional_kwargs',
  ]);
}

function ofMessage(message: JsonObject, rest: JsonObject): RecordedOutput {
  const read = readAssistant(message);
  return { text: read.text, columns: answerColumns(read), rest };
}

const wrappings = ['message', 'messages', 'output', 'response', 'result'] as const;
const texts = ['text', 'output_text', 'completion', 'output', 'content'] as const;

/** The answer is a member: wrapped once more, a text beside other members, or the only member. */
function readMember(value: JsonObject, reading: Reading): RecordedOutput | undefined {
  for (const name of wrappings) {
    const inner = openJson(value[name]);
    if (typeof inner !== 'object' || inner === null) continue;
    const read = readAnswer(inner, { ...reading, unpacked: reading.unpacked + 1 });
    if (read !== undefined) return { ...read, rest: { ...without(value, [name]), ...read.rest } };
  }
  if (reading.isText) return undefined;
  const keys = Object.keys(value);
  const name =
    texts.find((text) => typeof value[text] === 'string') ?? (keys.length === 1 ? keys[0] : undefined);
  const text = name === undefined ? undefined : value[name];
  if (name === undefined || typeof text !== 'string') return undefined;
  const toolCalls = objectsField(value, 'toolCalls');
  if (toolCalls.length === 0) return answer(text, without(value, [name]));
  const message = plainMessage({ role: 'assistant', content: text, toolCalls });
  return ofMessage(message ?? {}, without(value, [name, 'toolCalls']));
}
