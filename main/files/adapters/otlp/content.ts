import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { openJsonText } from '../../../../shared/domain/mapping/path.ts';
import type { Message } from '../../../../shared/domain/message.ts';
import { objectOf, textOf } from './attributes.ts';
import type { Span } from './span.ts';
import { plainText, readTurn, readTurns } from './read-turns.ts';

/** What was asked, and the names of attributes and events that say nothing beyond it. */
export interface Input {
  readonly messages: readonly Message[];
  readonly taken: readonly string[];
}

/** What the AI wrote, and the names of attributes and events that say nothing beyond it. */
export interface Output {
  readonly text: string;
  /** Why it ended, where that is said beside the text. */
  readonly finishReason?: string;
  readonly taken: readonly string[];
}

/** One way of writing an AI call into a span. Both are undefined where the span is not written in it. */
export interface Dialect {
  readonly readInput: (span: Span) => Input | undefined;
  readonly readOutput: (span: Span) => Output | undefined;
}

/** An attribute that holds a list of messages, as a list or as its JSON text; a plain text is one message. */
export function readMessagesAttribute(span: Span, key: string): Input | undefined {
  const value = span.attributes.get(key);
  const opened = openJsonText(value ?? null);
  if (typeof opened === 'string') {
    // What looks like JSON and is none was cut off at the exporter's limit: it stays an attribute.
    if (opened === '' || /^\s*[[{]/.test(opened)) return undefined;
    return { messages: [{ role: 'user', content: opened }], taken: [key] };
  }
  const turns = readConversation(opened);
  return turns === undefined ? undefined : { messages: turns.messages, taken: turns.isWhole ? [key] : [] };
}

/** A list of messages, a request body with `messages`, or an object with one `prompt`. */
export function readConversation(
  value: Json,
): { readonly messages: readonly Message[]; readonly isWhole: boolean } | undefined {
  if (isJsonList(value)) return readTurns(value, 'user');
  if (!isJsonObject(value)) return undefined;
  const system = value['system'] ?? value['instructions'] ?? null;
  const first: Message[] = system === null ? [] : [{ role: 'system', content: plainText(system) }];
  const inner = openJsonText(value['messages'] ?? value['prompt'] ?? value['input'] ?? null);
  const turns = isJsonList(inner) ? readTurns(inner, 'user') : readPrompt(inner);
  if (turns === undefined) return undefined;
  const known = new Set(['system', 'instructions', 'messages', 'prompt', 'input']);
  const isAlone = Object.keys(value).every((key) => known.has(key));
  return { messages: [...first, ...turns.messages], isWhole: turns.isWhole && isAlone };
}

function readPrompt(
  value: Json,
): { readonly messages: readonly Message[]; readonly isWhole: boolean } | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return { messages: [{ role: 'user', content: value }], isWhole: true };
}

/** Output of a list of choices: the first that has text. Other choices, tool calls and reasoning leave `keys` in place. */
export function readChoices(list: readonly Json[], keys: readonly string[]): Output | undefined {
  const choices = list.map((choice) => readTurn(choice, 'assistant'));
  const texts = choices.map((choice) => choice?.messages[0]?.content);
  const chosen = texts.find((text) => text !== undefined && text !== '') ?? texts[0];
  if (chosen === undefined) return undefined;
  const [only] = choices;
  const finishReason = list
    .map((choice) => textOf(objectOf(choice)['finish_reason']))
    .find((reason) => reason !== undefined);
  const [message] = only?.messages ?? [];
  const isWhole =
    choices.length === 1 &&
    only?.isWhole === true &&
    only.messages.length === 1 &&
    message?.tool_calls === undefined;
  return {
    text: chosen,
    ...(finishReason === undefined ? {} : { finishReason }),
    taken: isWhole ? keys : [],
  };
}

/** What an attribute with a whole answer holds: a text, or one of the usual response bodies, as JSON or its text. */
export function readAnswerAttribute(span: Span, key: string): Output | undefined {
  const value = span.attributes.get(key);
  const opened = openJsonText(value ?? null);
  if (opened === null || opened === '') return undefined;
  if (typeof opened !== 'object') return { text: plainText(opened), taken: [key] };
  return readAnswer(opened, key) ?? { text: plainText(value ?? null), taken: [key] };
}

function readAnswer(value: Json, key: string): Output | undefined {
  if (isJsonList(value)) return readChoices(value, [key]);
  if (!isJsonObject(value)) return undefined;
  const choices = value['choices'] ?? value['messages'] ?? value['generations'];
  if (isJsonList(choices)) {
    const answers = isJsonList(value['messages']) ? choices.slice(-1) : choices.flat();
    return readChoices(answers, []);
  }
  const isAnswer = isJsonObject(value['message']) || (hasText(value) && (isOnlyText(value) || isSaid(value)));
  return isAnswer ? readChoices([value], isOnlyText(value) ? [key] : []) : undefined;
}

function hasText(value: JsonObject): boolean {
  const text = value['text'] ?? value['content'];
  return isJsonList(text) || textOf(text) !== undefined;
}

/** Whether it is a message or choice, rather than an answer that is JSON and happens to have such a member. */
function isSaid(value: JsonObject): boolean {
  return ['role', 'finish_reason', 'stop_reason'].some((key) => textOf(value[key]) !== undefined);
}

/** Whether nothing but the text and why it ended is in an answer. */
function isOnlyText(value: JsonObject): boolean {
  const message = objectOf(value['message']);
  const known = new Set(['text', 'content', 'role', 'finish_reason', 'message', 'index']);
  return [...Object.keys(value), ...Object.keys(message)].every((key) => known.has(key));
}
