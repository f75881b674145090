import { isJsonList, isJsonObject, type JsonObject } from '../../../../shared/domain/json.ts';

/** Enough to judge a reply by; each reply of a long session holds its context anew. */
export const maxMessages = 200;
const usualCharacters = 400_000;

export interface BoundedContext {
  readonly messages: readonly JsonObject[];
  /** How many messages between the system's and these were left out. */
  readonly leftOut: number;
}

/**
 * The context of a reply: the turns before position `end`, without the oldest where they are more than a page can
 * hold. The system's messages at the start always stay, and so does the last turn, whatever its size.
 */
export function boundContext(
  turns: readonly JsonObject[],
  end = turns.length,
  maxCharacters = usualCharacters,
): BoundedContext {
  const first = countSystem(turns, end);
  let start = end;
  let characters = 0;
  while (start > first && end - start < maxMessages) {
    characters += sizeOf(turns[start - 1]);
    if (characters > maxCharacters && start < end) break;
    start -= 1;
  }
  // What a tool gave says nothing without the call, which was left out.
  while (start > first && start < end && turns[start]?.['role'] === 'tool') start += 1;
  return { messages: [...turns.slice(0, first), ...turns.slice(start, end)], leftOut: start - first };
}

function countSystem(turns: readonly JsonObject[], end: number): number {
  let count = 0;
  while (count < end && count < maxMessages && turns[count]?.['role'] === 'system') count += 1;
  return count;
}

function sizeOf(message: JsonObject | undefined): number {
  const content = message?.['content'];
  const calls = message?.['tool_calls'];
  const own = typeof content === 'string' ? content.length : 0;
  return isJsonList(calls) ? calls.reduce<number>((sum, call) => sum + argumentsSize(call), own) : own;
}

function argumentsSize(call: unknown): number {
  const called = isJsonObject(call) ? call['function'] : undefined;
  const given = isJsonObject(called) ? called['arguments'] : undefined;
  return typeof given === 'string' ? given.length : 0;
}
