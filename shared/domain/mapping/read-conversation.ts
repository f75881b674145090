import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import type { CompiledEntry } from './compile-entry.ts';
import { contentText } from './content-text.ts';
import type { RowProblem } from './mapped-row.ts';
import { normaliseMessages } from './normalise-messages.ts';
import { openJsonText, resolveIndex, type Path, type PathReader } from './path.ts';
import { isRowProblem, rowProblem, wrongType } from './row-problem.ts';

export interface Conversation {
  readonly messages: readonly Message[];
  readonly output: string;
  /** Turns that came after the output: neither input nor output, kept with the row's other columns. */
  readonly following: readonly Message[];
}

export interface ConversationEntries {
  readonly output: CompiledEntry | undefined;
  readonly messages: CompiledEntry | undefined;
  readonly input: CompiledEntry | undefined;
  readonly system: CompiledEntry | undefined;
}

export type ConversationReader = (row: JsonObject) => Conversation | RowProblem;

/**
 * Makes the function that reads input and output of a row. The order of the input is system, `messages`, `input`.
 * An output that is one of the `messages` is not also part of the input: the input ends before it. Where `messages`
 * is mapped and `output` is not, the last assistant message is the output.
 */
export function compileConversation(entries: ConversationEntries): ConversationReader {
  const readSystem = reader(entries.system);
  const readInput = reader(entries.input);
  const readTurns = compileTurns(entries);
  return (row) => {
    const turns = readTurns(row);
    if (isRowProblem(turns)) return turns;
    const input = inputMessages(readInput(row));
    const system = systemMessage(readSystem(row), turns.messages);
    if (isRowProblem(system)) return system;
    if (input.length === 0 && system.length === 0) return turns;
    return { ...turns, messages: [...system, ...turns.messages, ...input] };
  };
}

function compileTurns({ output, messages }: ConversationEntries): ConversationReader {
  const readOutput = reader(output);
  const readMessages = reader(messages);
  if (messages === undefined) return (row) => withOutput([], readOutput(row));
  const outputIndex = indexInside(messages.plainPath, output?.plainPath);
  return (row) => {
    const value = readMessages(row);
    const turns = value === undefined || value === null ? [] : normaliseMessages(value);
    if (turns === undefined)
      return wrongType('messages', value ?? null, 'a list of {role, content} messages');
    if (output === undefined) return splitAt(turns, turns.findLastIndex(isAssistant), undefined);
    if (outputIndex === undefined) return withOutput(turns, readOutput(row));
    return splitAt(turns, resolveIndex(outputIndex, turns.length), readOutput(row));
  };
}

function reader(entry: CompiledEntry | undefined): PathReader {
  return entry?.read ?? (() => undefined);
}

/** The list position by which `inner` enters the list at `outer`, or undefined where it leads elsewhere. */
function indexInside(outer: Path | undefined, inner: Path | undefined): number | undefined {
  if (outer === undefined || inner === undefined) return undefined;
  const isInside = outer.steps.every((step, at) => inner.steps[at] === step);
  const index = inner.steps[outer.steps.length];
  return isInside && typeof index === 'number' ? index : undefined;
}

const nonOutputRoles = new Set(['system', 'developer', 'user', 'tool', 'function']);

/** Splits at the message that is the output; `value` is what the output's own path read, if it has one. */
function splitAt(turns: readonly Message[], at: number, value: Json | undefined): Conversation | RowProblem {
  const message = turns[at];
  if (message === undefined) return missingOutput('messages has no assistant message');
  if (nonOutputRoles.has(message.role))
    return missingOutput(`the message at its path is the ${message.role}'s`);
  const output = outputText(value === undefined ? message.content : value);
  if (isRowProblem(output)) return output;
  return { messages: turns.slice(0, at), output, following: turns.slice(at + 1) };
}

/** Takes the output from its own column. Logs often repeat it as the last turn of the conversation. */
function withOutput(turns: readonly Message[], value: Json | undefined): Conversation | RowProblem {
  const output = outputText(value);
  if (isRowProblem(output)) return output;
  const last = turns.at(-1);
  const isRepeated = last !== undefined && isAssistant(last) && last.content === output;
  return { messages: isRepeated ? turns.slice(0, -1) : turns, output, following: [] };
}

function outputText(value: Json | undefined): string | RowProblem {
  const text = contentText(value);
  if (text === undefined) return wrongType('output', value ?? null, 'text, a list of texts or a message');
  return text ?? missingOutput('its path leads to nothing or null');
}

function missingOutput(detail: string): RowProblem {
  return rowProblem('missing_output', 'output', `The row has no output: ${detail}.`);
}

function isAssistant(message: Message): boolean {
  return message.role === 'assistant';
}

/** A text is one user message; a list of messages (also as JSON text) is itself; any other object its JSON. */
function inputMessages(value: Json | undefined): readonly Message[] {
  if (value === undefined || value === null || value === '') return [];
  const opened = openJsonText(value);
  const list = isJsonObject(opened) && !Object.hasOwn(opened, 'messages') ? [opened] : opened;
  const messages = typeof list === 'object' ? normaliseMessages(list) : undefined;
  if (messages !== undefined) return messages;
  return [{ role: 'user', content: contentText(value) ?? JSON.stringify(value) }];
}

function systemMessage(value: Json | undefined, turns: readonly Message[]): readonly Message[] | RowProblem {
  const text = contentText(value);
  if (text === undefined) return wrongType('system', value ?? null, 'text');
  if (text === null || text === '') return [];
  const [first] = turns;
  return first?.role === 'system' && first.content === text ? [] : [{ role: 'system', content: text }];
}
