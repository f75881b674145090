import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, ArrivingRow, Expander, Expansion } from '../adapter.ts';
import { isJsonList } from '../../../../shared/domain/json.ts';
import { readParts } from '../support/content-parts.ts';
import { field, objectField, textField } from '../support/fields.ts';
import { createEntryTree, type EntryTree } from './entry-tree.ts';
import { addPart, startReply, type Reply } from './reply.ts';
import { replyRow } from './reply-row.ts';

/** Session transcripts of Claude Code: every reply of the assistant is an interaction, with the turns that led to it. */
export const claudeCodeAdapter: Adapter = {
  id: 'claude-code',
  title: 'Claude Code transcript',
  brings: 'interactions',
  fields: [
    {
      from: 'message.content[].text of type assistant',
      to: 'output',
      note: 'entries of one message.id are one reply',
    },
    {
      from: 'message.content[] tool_use',
      to: 'tool_calls',
      note: 'a reply may be nothing but calls of tools',
    },
    { from: 'message.content[].thinking', to: 'reasoning' },
    {
      from: 'the entries along parentUuid',
      to: 'messages',
      note: 'the oldest are left out past 200 or 60,000 characters',
    },
    { from: 'tool_result', to: 'messages', note: 'as a tool’s message behind the call' },
    { from: 'message.id', to: 'external_id', note: 'else uuid; uuid and requestId are further keys' },
    { from: 'sessionId', to: 'session' },
    { from: 'message.model', to: 'model' },
    { from: 'timestamp', to: 'created_at', note: 'of the reply’s first entry' },
    {
      from: 'message.usage',
      to: 'signals prompt_tokens, completion_tokens',
      note: 'of the reply’s last entry',
    },
    { from: 'costUSD, durationMs', to: 'signals cost_usd, latency_ms', note: 'older versions' },
    { from: 'isSidechain', to: 'isSidechain', note: 'replies of subagents' },
    { from: 'type system, summary, ...; isApiErrorMessage', to: '(skipped)' },
  ],
  recognises,
  open,
};

const bookkeeping: ReadonlyMap<string, string> = new Map([
  ['summary', 'leafUuid'],
  ['file-history-snapshot', 'messageId'],
  ['queue-operation', 'sessionId'],
]);

function recognises(row: JsonObject): boolean {
  const { type } = row;
  if (typeof type !== 'string') return false;
  const mark = bookkeeping.get(type);
  if (mark !== undefined) return typeof row[mark] === 'string';
  const isEntry = typeof row['uuid'] === 'string' && Object.hasOwn(row, 'parentUuid');
  return isEntry && typeof row['sessionId'] === 'string';
}

/** Sessions and sidechains whose reply may still go on. */
const maxOpenReplies = 200;

function open(): Expander {
  const tree = createEntryTree();
  const replies = new Map<string, Reply>();
  return {
    push: (entry) => {
      const { type } = entry;
      if (type === 'assistant') return pushAssistant(entry, tree, replies);
      tree.addEntry(entry, streamOf(entry));
      return {
        rows: [],
        skipped: [type === 'user' ? 'a turn of the user, kept as context' : 'bookkeeping of the session'],
      };
    },
    end: () => ({ rows: [...replies.values()].map((reply) => finish(reply, tree)), skipped: [] }),
  };
}

function pushAssistant(entry: JsonObject, tree: EntryTree, replies: Map<string, Reply>): Expansion {
  const stream = streamOf(entry);
  if (entry['isApiErrorMessage'] === true) {
    tree.addEntry(entry, stream);
    return { rows: [], skipped: ['an error in place of a reply'] };
  }
  const message = objectField(entry, 'message');
  const id = textField(message, 'id') ?? textField(entry, 'uuid') ?? '';
  const parts = readParts(contentOf(message));
  const calls = parts.toolCalls.flatMap((call) => (typeof call['id'] === 'string' ? [call['id']] : []));
  const known = replies.get(stream);
  const reply = known?.id === id ? known : startReply(id, entry);
  addPart(reply, entry, parts);
  tree.addReply(entry, stream, reply, calls);
  if (reply === known) return { rows: [], skipped: ['a further part of a reply'] };
  replies.delete(stream);
  replies.set(stream, reply);
  const done = known === undefined ? overflow(replies) : known;
  return { rows: done === undefined ? [] : [finish(done, tree)], skipped: [] };
}

function overflow(replies: Map<string, Reply>): Reply | undefined {
  if (replies.size <= maxOpenReplies) return undefined;
  const [oldest] = replies;
  if (oldest === undefined) return undefined;
  replies.delete(oldest[0]);
  return oldest[1];
}

function finish(reply: Reply, tree: EntryTree): ArrivingRow {
  return replyRow(reply, tree.contextOf(reply));
}

/** Entries of a subagent stand between those of its session. */
function streamOf(entry: JsonObject): string {
  const agent = textField(entry, 'agentId') ?? String(entry['isSidechain'] === true);
  return `${textField(entry, 'sessionId') ?? ''} ${agent}`;
}

function contentOf(message: JsonObject): JsonObject[string] {
  const content = field(message, 'content') ?? null;
  return isJsonList(content) || typeof content === 'string' ? content : null;
}
