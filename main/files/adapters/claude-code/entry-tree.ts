import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { boundContext, type BoundedContext } from '../support/bounded-context.ts';
import { readParts } from '../support/content-parts.ts';
import { field, objectField, textField } from '../support/fields.ts';
import { replyMessages, toolMessage, type Reply } from './reply.ts';

/** The entries of a transcript by the parent each names. Forgets the oldest past a bound; contexts then start later. */
export interface EntryTree {
  readonly addEntry: (entry: JsonObject, stream: string) => void;
  readonly addReply: (entry: JsonObject, stream: string, reply: Reply) => void;
  /** The messages that led to a reply. */
  readonly contextOf: (reply: Reply) => BoundedContext;
}

/** More entries than that lie between a reply and nothing that its context could hold. */
const maxEntries = 20_000;
const maxCharacters = 64 * 2 ** 20;
const maxSteps = 2000;

interface Node {
  readonly parent: string | undefined;
  readonly said: Reply | readonly JsonObject[];
  readonly size: number;
}

export function createEntryTree(): EntryTree {
  const nodes = new Map<string, Node>();
  const callers = new Map<string, Reply>();
  const latest = new Map<string, string>();
  let characters = 0;

  function add(entry: JsonObject, stream: string, said: Node['said'], continues: boolean): void {
    const uuid = textField(entry, 'uuid');
    if (uuid === undefined) return;
    const parent = textField(entry, 'parentUuid', 'logicalParentUuid');
    const size = sizeOf(entry);
    // Only what cannot start a conversation is put behind the entry before it where it names no parent.
    const before = continues ? latest.get(stream) : undefined;
    characters += size - (nodes.get(uuid)?.size ?? 0);
    nodes.set(uuid, { parent: parent ?? before, said, size });
    setLatest(latest, stream, uuid);
    for (const [oldest, node] of nodes) {
      if (nodes.size <= maxEntries && characters <= maxCharacters) break;
      nodes.delete(oldest);
      characters -= node.size;
      if ('toolCalls' in node.said) for (const id of callIds(node.said)) callers.delete(id);
    }
  }

  function addEntry(entry: JsonObject, stream: string): void {
    const parts = readParts(userContent(entry));
    const orphans = parts.toolResults.filter((result) => {
      const caller = callers.get(result.id ?? '');
      // A resumed session repeats what it continues.
      if (caller?.toolResults.every(({ id }) => id !== result.id) === true) caller.toolResults.push(result);
      return caller === undefined;
    });
    const text = parts.text === '' ? [] : [{ role: 'user', content: parts.text }];
    add(entry, stream, [...orphans.map(toolMessage), ...text], parts.toolResults.length > 0);
  }

  function addReply(entry: JsonObject, stream: string, reply: Reply): void {
    add(entry, stream, reply, true);
    for (const id of callIds(reply)) callers.set(id, reply);
  }

  function contextOf(reply: Reply): BoundedContext {
    const said = new Set<Node['said']>();
    let node = nodes.get(textField(reply.first, 'uuid') ?? '');
    for (let step = 0; node !== undefined && step < maxSteps; step += 1) {
      // A reply in several entries stands where its first one does, before the results between them.
      said.delete(node.said);
      said.add(node.said);
      node = nodes.get(node.parent ?? '');
    }
    said.delete(reply);
    return boundContext([...said].toReversed().flatMap(messagesOf));
  }

  return { addEntry, addReply, contextOf };
}

function callIds(reply: Reply): readonly string[] {
  return reply.toolCalls.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

function messagesOf(said: Node['said']): readonly JsonObject[] {
  return 'toolCalls' in said ? replyMessages(said) : said;
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
  const [oldest] = latest.keys();
  if (latest.size > maxStreams && oldest !== undefined) latest.delete(oldest);
}
