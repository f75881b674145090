import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { openJsonText } from '../../../../shared/domain/mapping/path.ts';
import { objectOf, textOf, unflatten } from './attributes.ts';
import {
  readAnswerAttribute,
  readChoices,
  readMessagesAttribute,
  type Dialect,
  type Input,
  type Output,
} from './content.ts';
import { plainText, readTurn, readTurns } from './read-turns.ts';
import type { Span, SpanEvent } from './span.ts';

/**
 * The three generations of the OpenTelemetry GenAI conventions: whole conversations as attributes, an event per
 * message, and (also OpenLLMetry) attributes with numbered names.
 */
export const genaiDialect: Dialect = {
  readInput: (span) => withInstructions(span, readAttributes(span) ?? readEvents(span)),
  readOutput: (span) =>
    readOutputMessages(span) ??
    readNumberedOutput(span) ??
    readAnswerAttribute(span, 'gen_ai.completion') ??
    readChoiceEvents(span),
};

const messageEvent = /^gen_ai\.(system|user|assistant|tool)\.message$/;
const choiceEvent = 'gen_ai.choice';

/** Events that are read as part of the call, so that they need not be kept beside it. */
export function isContentEvent({ name }: SpanEvent): boolean {
  return name === choiceEvent || messageEvent.test(name) || isAttributeEvent(name);
}

/** Events whose attributes are those that the call itself could have had. */
export function isAttributeEvent(name: string): boolean {
  return (
    name === 'gen_ai.client.inference.operation.details' ||
    name === 'gen_ai.content.prompt' ||
    name === 'gen_ai.content.completion'
  );
}

function readAttributes(span: Span): Input | undefined {
  return (
    readMessagesAttribute(span, 'gen_ai.input.messages') ??
    readNumberedInput(span) ??
    readMessagesAttribute(span, 'gen_ai.prompt')
  );
}

/** System instructions are parts without a role, and not among the messages. */
function withInstructions(span: Span, input: Input | undefined): Input | undefined {
  const key = 'gen_ai.system_instructions';
  const value = openJsonText(span.attributes.get(key) ?? null);
  if (value === null || value === '') return input;
  const turn = readTurn({ role: 'system', content: isJsonObject(value) ? [value] : value }, 'system');
  if (turn === undefined) return input;
  return {
    messages: [...turn.messages, ...(input?.messages ?? [])],
    taken: [...(turn.isWhole ? [key] : []), ...(input?.taken ?? [])],
  };
}

function readNumberedInput(span: Span): Input | undefined {
  const found = unflatten(span.attributes, 'gen_ai.prompt');
  if (found === undefined) return undefined;
  const turns = readTurns(found.value.map(openParts), 'user');
  return turns === undefined
    ? undefined
    : { messages: turns.messages, taken: turns.isWhole ? found.keys : [] };
}

/** OpenLLMetry writes content parts as their JSON text. */
function openParts(message: Json): Json {
  if (!isJsonObject(message)) return message;
  const content = openJsonText(message['content'] ?? null);
  const isParts =
    isJsonList(content) && content.every((part) => textOf(objectOf(part)['type']) !== undefined);
  return isParts ? { ...message, content } : message;
}

function readOutputMessages(span: Span): Output | undefined {
  const key = 'gen_ai.output.messages';
  const value = openJsonText(span.attributes.get(key) ?? null);
  if (isJsonList(value)) return readChoices(value, [key]);
  if (isJsonObject(value)) return readChoices([value], [key]);
  const isText = typeof value === 'string' && value !== '' && !/^\s*[[{]/.test(value);
  return isText ? { text: value, taken: [key] } : undefined;
}

function readNumberedOutput(span: Span): Output | undefined {
  const found = unflatten(span.attributes, 'gen_ai.completion');
  return found === undefined ? undefined : readChoices(found.value, found.keys);
}

function readEvents(span: Span): Input | undefined {
  const events = inOrder(span.events).filter(({ name }) => messageEvent.test(name));
  const turns = events.map((event) =>
    readTurn(eventBody(event), messageEvent.exec(event.name)?.[1] ?? 'user'),
  );
  const messages = turns.flatMap((turn) => turn?.messages ?? []);
  if (messages.length === 0) return undefined;
  const isWhole = turns.every((turn) => turn?.isWhole === true);
  return { messages, taken: isWhole ? events.map(({ name }) => name) : [] };
}

function readChoiceEvents(span: Span): Output | undefined {
  const choices = span.events.filter(({ name }) => name === choiceEvent).map(eventBody);
  const byIndex = choices.toSorted((one, other) => indexOf(one) - indexOf(other));
  return byIndex.length === 0 ? undefined : readChoices(byIndex, [choiceEvent]);
}

function indexOf(choice: JsonObject): number {
  const index = choice['index'];
  return typeof index === 'number' ? index : 0;
}

/** Log files promise no order. */
function inOrder(events: readonly SpanEvent[]): readonly SpanEvent[] {
  return events.toSorted((one, other) => (one.atMs ?? 0) - (other.atMs ?? 0));
}

/** What a message event says: in its body, in `gen_ai.event.content`, or in plain attributes such as `content`. */
function eventBody(event: SpanEvent): JsonObject {
  const written = openJsonText(event.attributes.get('gen_ai.event.content') ?? event.body);
  const body = isJsonObject(written) ? written : written === null ? {} : { content: plainText(written) };
  const merged: JsonObject = { ...Object.fromEntries(event.attributes), ...body };
  const message = openJsonText(merged['message'] ?? null);
  const content = openJsonText(merged['content'] ?? null);
  return {
    ...merged,
    ...(typeof message === 'string' ? { content: message } : { message }),
    ...(isJsonList(content) && content.every(isJsonObject) ? { content } : {}),
  };
}
