import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { boundContext, maxMessages, type BoundedContext } from '../support/bounded-context.ts';
import { readParts } from '../support/content-parts.ts';
import { field, objectField, textField } from '../support/fields.ts';
import { replyMessages, toolMessage, type Reply } from './reply.ts';

/** The entries of a transcript by the parent each names. Forgets the oldest past a bound; contexts then start later. */
export interface EntryTree {
  readonly addEntry: (entry: JsonObject, stream: string) => void;
  /** `calls` are the ids of the tools that this entry of the reply calls. */
  readonly addReply: (entry: JsonObject, stream: string, reply: Reply, calls: readonly string[]) => void;
  /** The messages that led to a reply. */
  readonly contextOf: (reply: Reply) => BoundedContext;
}

/** More entries than that lie between a reply and nothing that its context could hold. */
const maxEntries = 20_000;
const maxCharacters = 64 * 2 ** 20;
const maxSteps = 2000;
/** A session has hundreds of replies, each behind all the files that were read before it. */
const contextCharacters = 60_000;

interface Node {
  readonly parent: string | undefined;
  readonly said: Reply | readonly JsonObject[];
  /** Ids of the tools that this entry calls. */
  readonly calls: readonly string[];
  /** How many entries lead to this one. */
  readonly depth: number;
  readonly size: number;
}

export function createEntryTree(): EntryTree {
  const nodes = new Map<string, Node>();
  const callers = new Map<string, Reply>();
  const latest = new Map<string, string>();
  let characters = 0;

  function add(
    entry: JsonObject,
    stream: string,
    { said, calls }: Pick<Node, 'said' | 'calls'>,
    continues: boolean,
  ): void {
    const uuid = textField(entry, 'uuid');
    if (uuid === undefined) return;
    const parent = textField(entry, 'parentUuid', 'logicalParentUuid');
    const size = sizeOf(entry);
    // Only what cannot start a conversation is put behind the entry before it where it names no parent.
    const before = parent ?? (continues ? latest.get(stream) : undefined);
    const depth = (nodes.get(before ?? '')?.depth ?? -1) + 1;
    characters += size - (nodes.get(uuid)?.size ?? 0);
    nodes.set(uuid, { parent: before, said, calls, depth, size });
    setLatest(latest, stream, uuid);
    if (nodes.size > maxEntries || characters > maxCharacters) forgetOldest();
  }

  /** Makes room for many entries at once: a map is slow to find its first one after each that was deleted. */
  function forgetOldest(): void {
    for (const [oldest, node] of nodes) {
      if (nodes.size <= maxEntries * 0.9 && characters <= maxCharacters * 0.9) break;
      nodes.delete(oldest);
      characters -= node.size;
      for (const id of node.calls) callers.delete(id);
    }
  }

  function addEntry(entry: JsonObject, stream: string): void {
    const parts = readParts(userContent(entry));
    const orphans = parts.toolResults.filter((result) => {
      const caller = callers.get(result.id ?? '');
      caller?.toolResults.set(result.id ?? '', result);
      return caller === undefined;
    });
    const text = parts.text === '' ? [] : [{ role: 'user', content: parts.text }];
    const said = [...orphans.map(toolMessage), ...text];
    add(entry, stream, { said, calls: [] }, parts.toolResults.length > 0);
  }

  function addReply(entry: JsonObject, stream: string, reply: Reply, calls: readonly string[]): void {
    add(entry, stream, { said: reply, calls }, true);
    for (const id of calls) callers.set(id, reply);
  }

  function contextOf(reply: Reply): BoundedContext {
    const said = new Set<Node['said']>();
    let node = nodes.get(textField(reply.first, 'uuid') ?? '');
    let count = 0;
    for (let step = 0; node !== undefined && step < maxSteps && count <= maxMessages; step += 1) {
      if (!said.has(node.said)) count += messageCount(node.said);
      // A reply in several entries stands where its first one does, before the results between them.
      said.delete(node.said);
      said.add(node.said);
      node = nodes.get(node.parent ?? '');
    }
    said.delete(reply);
    const turns = [...said].toReversed().flatMap(messagesOf);
    const { messages, leftOut } = boundContext(turns, turns.length, contextCharacters);
    return { messages, leftOut: leftOut + (node === undefined ? 0 : node.depth + 1) };
  }

  return { addEntry, addReply, contextOf };
}

function messagesOf(said: Node['said']): readonly JsonObject[] {
  return 'toolCalls' in said ? replyMessages(said) : said;
}

function messageCount(said: Node['said']): number {
  return 'toolCalls' in said ? 1 + said.toolResults.size : said.length;
}

function userContent(entry: JsonObject): Json {
  return entry['type'] === 'user' ? (field(objectField(entry, 'message'), 'content') ?? null) : null;
}

function sizeOf(entry: JsonObject): number {
  return JSON.stringify(entry['message'] ?? null).length;
}

const maxStreams = 1000;

function setLatest(latest: Map<string, string>, stream: string, uuid: string): void {
  latest.delete(stream);
  latest.set(stream, uuid);
  if (latest.size <= maxStreams) return;
  const [oldest] = latest.keys();
  if (oldest !== undefined) latest.delete(oldest);
}
