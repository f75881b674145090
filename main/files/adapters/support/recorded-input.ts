import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { plainText } from './content-parts.ts';
import { field, objectField, openJson, textField, without } from './fields.ts';
import { isTurn, readTurns } from './recorded-turns.ts';

/** What a tracing tool recorded as the input of an AI call. */
export interface RecordedInput {
  readonly messages: readonly JsonObject[];
  /** Parameters, tool definitions and whatever else was recorded beside the conversation. */
  readonly rest: JsonObject;
}

/** Python's `fn(*args, **kwargs)` and frameworks' `{input: {input: …}}` are unpacked this often. */
const maxUnpacking = 4;

/**
 * Reads an input whatever its form: a prompt text, messages, a provider's request (OpenAI, Anthropic, Gemini),
 * LangChain's batches, a function's arguments, or any other object, which becomes one user message of its JSON.
 */
export function readRecordedInput(value: Json | undefined, unpacked = 0): RecordedInput {
  const input = openJson(value);
  if (input === null || input === '') return { messages: [], rest: {} };
  const turns = readTurns(input);
  if (turns !== undefined) return { messages: turns, rest: {} };
  if (!isJsonObject(input)) return { messages: [asked(plainInput(input))], rest: {} };
  if (isTurn(input)) return { messages: readTurns([input]) ?? [], rest: {} };
  return readRequest(input) ?? unpack(input, unpacked) ?? lonelyText(input) ?? whole(input);
}

const conversationNames = ['messages', 'input', 'contents', 'prompt', 'prompts'] as const;
const systemNames = ['system', 'instructions', 'systemInstruction', 'system_instruction'] as const;

/** A request with its conversation under one of the names that providers use, and perhaps a system prompt beside. */
function readRequest(input: JsonObject): RecordedInput | undefined {
  for (const name of conversationNames) {
    const value = openJson(field(input, name));
    const single = isJsonObject(value) ? readTurns([value]) : undefined;
    const turns = readTurns(value) ?? single ?? promptTurns(name, value);
    if (turns === undefined) continue;
    const config = objectField(input, 'config');
    const system = systemText(field(input, ...systemNames) ?? field(config, ...systemNames));
    const isFirst = system !== undefined && turns[0]?.['content'] !== system;
    return {
      messages: isFirst ? [{ role: 'system', content: system }, ...turns] : turns,
      rest: without(input, [name, ...systemNames]),
    };
  }
  return undefined;
}

/** A text, or list of texts or content parts, in place of messages. */
function promptTurns(name: string, value: Json): readonly JsonObject[] | undefined {
  if (typeof value === 'string') return [asked(value)];
  if (!isJsonList(value) || value.length === 0) return undefined;
  const isText = value.every((item) => typeof item === 'string') || name === 'contents';
  return isText ? [asked(plainInput(value))] : undefined;
}

function systemText(value: Json | undefined): string | undefined {
  const opened = openJson(value);
  const text = plainText(isJsonObject(opened) ? (field(opened, 'parts', 'content') ?? opened) : opened);
  return text === '' ? undefined : text;
}

function unpack(input: JsonObject, unpacked: number): RecordedInput | undefined {
  if (unpacked >= maxUnpacking) return undefined;
  const kwargs = objectField(input, 'kwargs');
  const inKwargs = readRequest(kwargs);
  if (inKwargs !== undefined) return withRest(inKwargs, without(input, ['kwargs']));
  const args = openJson(input['args']);
  const [first, ...others] = isJsonList(args) ? args : [];
  if (first !== undefined) {
    const rest = { ...without(input, ['args']), ...(others.length > 0 ? { args: others } : {}) };
    return withRest(readRecordedInput(first, unpacked + 1), rest);
  }
  const inner = openJson(field(input, 'input'));
  if (!isJsonObject(inner)) return undefined;
  return withRest(readRecordedInput(inner, unpacked + 1), without(input, ['input']));
}

function withRest(input: RecordedInput, rest: JsonObject): RecordedInput {
  return { messages: input.messages, rest: { ...rest, ...input.rest } };
}

const askingNames = ['question', 'query', 'text', 'content', 'user_input', 'message'] as const;

/** An object that holds one text under a name for what was asked, or one text and nothing else. */
function lonelyText(input: JsonObject): RecordedInput | undefined {
  const named = askingNames.filter((name) => typeof input[name] === 'string' && input[name] !== '');
  const [name] = named.length === 1 ? named : Object.keys(input).slice(0, 2);
  const text = name === undefined ? undefined : textField(input, name);
  const isAlone = named.length === 1 || Object.keys(input).length === 1;
  if (name === undefined || text === undefined || !isAlone) return undefined;
  return { messages: [asked(text)], rest: without(input, [name]) };
}

function whole(input: JsonObject): RecordedInput {
  const isEmpty = Object.keys(input).length === 0;
  return { messages: isEmpty ? [] : [asked(JSON.stringify(input))], rest: {} };
}

function plainInput(value: Json): string {
  return typeof value === 'string' ? value : plainText(value);
}

function asked(content: string): JsonObject {
  return { role: 'user', content };
}
