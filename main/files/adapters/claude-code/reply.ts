import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { ContentParts, ToolResult } from '../support/content-parts.ts';

/** A reply of the assistant while its entries arrive, and the results of the tools that it called. */
export interface Reply {
  readonly id: string;
  readonly first: JsonObject;
  last: JsonObject;
  readonly uuids: unknown[];
  readonly texts: string[];
  readonly reasonings: string[];
  readonly toolCalls: JsonObject[];
  /** By the id of the call: a resumed session repeats what it continues. */
  readonly toolResults: Map<string, ToolResult>;
}

export function startReply(id: string, first: JsonObject): Reply {
  return {
    id,
    first,
    last: first,
    uuids: [],
    texts: [],
    reasonings: [],
    toolCalls: [],
    toolResults: new Map(),
  };
}

/** Adds what one entry holds of the reply. */
export function addPart(reply: Reply, entry: JsonObject, parts: ContentParts): void {
  reply.last = entry;
  reply.uuids.push(entry['uuid']);
  if (parts.text !== '') reply.texts.push(parts.text);
  if (parts.reasoning !== '') reply.reasonings.push(parts.reasoning);
  for (const call of parts.toolCalls) reply.toolCalls.push(call);
}

export function replyText(reply: Reply): string {
  return reply.texts.join('\n\n');
}

/** The reply as later ones see it: its message, then what the tools gave. */
export function replyMessages(reply: Reply): readonly JsonObject[] {
  const content = replyText(reply);
  const calls = reply.toolCalls.length === 0 ? {} : { tool_calls: reply.toolCalls };
  return [{ role: 'assistant', content, ...calls }, ...[...reply.toolResults.values()].map(toolMessage)];
}

export function toolMessage({ id, text }: ToolResult): JsonObject {
  return { role: 'tool', content: text, ...(id === undefined ? {} : { tool_call_id: id }) };
}
