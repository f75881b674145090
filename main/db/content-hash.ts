import { hash } from 'node:crypto';
import type { Json } from '../../shared/domain/json.ts';
import { isJsonObject } from '../../shared/domain/json.ts';
import type { MappedRow } from '../../shared/domain/mapping/mapped-row.ts';
import type { Message } from '../../shared/domain/message.ts';

/**
 * What makes two rows the same interaction: the first 128 bits of SHA-256 over the JSON list of input messages, output, model, session,
 * external id and time (UTC milliseconds), in that order, missing values as null. Messages are canonical (see
 * `canonicalMessages`), so neither key order nor white space of the file matters. Part of the file format: a change
 * would make every re-import arrive twice. 128 bits are as good as 256 against chance (2^64 rows for even odds of one
 * clash) and halve the one index whose every page an import touches again and again.
 */
export function contentHash(row: MappedRow, messages: string): Buffer {
  const rest = JSON.stringify([
    row.output,
    row.model,
    row.session,
    row.externalId,
    row.createdAt?.ms ?? null,
  ]);
  return hash('sha256', `[${messages},${rest.slice(1)}`, 'buffer').subarray(0, hashBytes);
}

const hashBytes = 16;

/**
 * Messages as JSON with a fixed order of keys: role, content, name, tool_calls, tool_call_id, missing ones left out,
 * and the keys inside tool calls in code unit order. This is also how they are stored.
 */
export function canonicalMessages(messages: readonly Message[]): string {
  return JSON.stringify(messages.map(canonicalMessage));
}

function canonicalMessage({ role, content, name, tool_calls, tool_call_id }: Message): Message {
  return {
    role,
    content,
    ...(name === undefined ? {} : { name }),
    ...(tool_calls === undefined ? {} : { tool_calls: sortedKeys(tool_calls) }),
    ...(tool_call_id === undefined ? {} : { tool_call_id }),
  };
}

function sortedKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortedKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sortedKeys(value[key] ?? null)]),
  );
}
