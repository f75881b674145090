import { isJsonObject, type JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingRow, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { boundContext } from './support/bounded-context.ts';
import { plainText, toolCall } from './support/content-parts.ts';
import { column, field, listField, objectField, textField, without } from './support/fields.ts';
import { knownTime, withoutTime } from './support/known-time.ts';
import { walkTree } from './support/walk-tree.ts';

/** ChatGPT's data export, conversations.json: each conversation is a tree, because prompts and replies can be redone. */
export const chatgptAdapter: Adapter = {
  id: 'chatgpt',
  title: 'ChatGPT data export',
  brings: 'interactions',
  fields: [
    {
      from: 'mapping.*.message (author.role assistant)',
      to: 'output',
      note: 'each reply, also abandoned ones',
    },
    {
      from: 'the messages above it',
      to: 'messages',
      note: 'the oldest are left out past 200 or 400,000 characters',
    },
    { from: 'message.id', to: 'external_id', note: 'the node’s id where it has none' },
    { from: 'conversation_id, id', to: 'session' },
    { from: 'message.metadata.model_slug', to: 'model', note: 'else default_model_slug' },
    { from: 'message.create_time', to: 'created_at', note: 'seconds' },
    {
      from: 'current_node',
      to: 'signal action',
      note: '`regenerated` for a reply off the current branch that was redone; column `branch` says current or other',
    },
    {
      from: 'message.recipient',
      to: '(skipped)',
      note: 'what the assistant writes to a tool is a tool call',
    },
  ],
  recognises,
  open: () => expandEach(expand),
};

function recognises(row: JsonObject): boolean {
  const { mapping } = row;
  if (!isJsonObject(mapping)) return false;
  if (!['current_node', 'conversation_id', 'create_time'].some((name) => Object.hasOwn(row, name)))
    return false;
  const [first] = Object.values(mapping);
  return isJsonObject(first) && ['parent', 'children', 'message'].every((name) => Object.hasOwn(first, name));
}

type Branch = 'current' | 'redone' | 'other';

interface Node {
  readonly id: string;
  readonly parent: string | undefined;
  readonly message: JsonObject;
  readonly role: string;
}

function expand(conversation: JsonObject): Expansion {
  const nodes = withoutCircles(readNodes(objectField(conversation, 'mapping')));
  const current = currentBranch(nodes, textField(conversation, 'current_node'));
  const children = Map.groupBy(nodes.values(), ({ parent }) => parent);
  const branches = new Map<string, Branch>();
  const rows: ArrivingRow[] = [];
  const skipped: string[] = [];
  const form = { childrenOf: ({ id }: Node) => children.get(id) ?? [], messageOf };
  walkTree(children.get(undefined) ?? [], form, (node, before) => {
    const branch = branchOf(node, current, branches.get(node.parent ?? ''));
    branches.set(node.id, branch);
    if (node.role !== 'assistant') return;
    const problem = noReply(node.message);
    if (problem === undefined) rows.push(replyRow(conversation, node, before, branch));
    else skipped.push(problem);
  });
  const isEmpty = rows.length === 0 && skipped.length === 0;
  return { rows, skipped: isEmpty ? ['a conversation without a reply of the assistant'] : skipped };
}

function readNodes(mapping: JsonObject): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const [id, value] of Object.entries(mapping)) {
    if (!isJsonObject(value)) continue;
    const message = objectField(value, 'message');
    const role = textField(objectField(message, 'author'), 'role') ?? '';
    nodes.set(id, { id, parent: textField(value, 'parent'), message, role });
  }
  return nodes;
}

/** No conversation goes in a circle, but a damaged file may: there the node that closes it counts as a start. */
function withoutCircles(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
  const open = new Map(nodes);
  const walkOf = new Map<string, string>();
  for (const start of nodes.keys()) {
    let node = open.get(start);
    while (node !== undefined && !walkOf.has(node.id)) {
      walkOf.set(node.id, start);
      const parent: Node | undefined = open.get(node.parent ?? '');
      if (parent === undefined || walkOf.get(parent.id) === start) {
        open.set(node.id, { ...node, parent: undefined });
        break;
      }
      node = parent;
    }
  }
  return open;
}

function currentBranch(nodes: ReadonlyMap<string, Node>, last: string | undefined): ReadonlySet<string> {
  const branch = new Set<string>();
  let node = nodes.get(last ?? '');
  while (node !== undefined && !branch.has(node.id)) {
    branch.add(node.id);
    node = nodes.get(node.parent ?? '');
  }
  // A file that does not say where the conversation ended abandoned nothing.
  return branch.size === 0 ? new Set(nodes.keys()) : branch;
}

/** A reply was redone where the way to it leaves the current branch without another prompt in between. */
function branchOf(node: Node, current: ReadonlySet<string>, above: Branch | undefined): Branch {
  if (current.has(node.id)) return 'current';
  return above === 'other' || above === undefined || node.role === 'user' ? 'other' : 'redone';
}

function noReply(message: JsonObject): string | undefined {
  if (toolOf(message) !== undefined) return 'a call of a tool';
  const type = textField(objectField(message, 'content'), 'content_type') ?? 'text';
  if (type === 'thoughts' || type === 'reasoning_recap') return 'reasoning before a reply';
  return textOf(message) === '' ? 'a reply without a text' : undefined;
}

function toolOf(message: JsonObject): string | undefined {
  const recipient = textField(message, 'recipient');
  return recipient === 'all' ? undefined : recipient;
}

function textOf(message: JsonObject): string {
  const content = objectField(message, 'content');
  const parts = field(content, 'parts', 'text', 'result', 'content');
  return plainText(Array.isArray(parts) ? parts.filter((part) => part !== '') : parts);
}

function messageOf({ message, role }: Node): JsonObject | undefined {
  if (role === '') return undefined;
  const tool = role === 'assistant' ? toolOf(message) : undefined;
  const text = textOf(message);
  if (tool !== undefined)
    return { role, content: '', tool_calls: [toolCall(textField(message, 'id'), tool, text)] };
  const isReasoning = role === 'assistant' && noReply(message) !== undefined;
  if (text === '' || isReasoning) return undefined;
  const name = role === 'tool' ? textField(objectField(message, 'author'), 'name') : undefined;
  return { role, content: text, ...(name === undefined ? {} : { name }) };
}

const messageNames = ['id', 'author', 'content', 'recipient', 'weight', 'metadata'];

function replyRow(
  conversation: JsonObject,
  node: Node,
  before: readonly JsonObject[],
  branch: Branch,
): ArrivingRow {
  const { message } = node;
  const metadata = objectField(message, 'metadata');
  const { messages, leftOut } = boundContext(before);
  return arrivingRow(
    {
      output: textOf(message),
      messages,
      external_id: textField(message, 'id') ?? node.id,
      keys: [node.id],
      session: textField(conversation, 'conversation_id', 'id'),
      model: textField(metadata, 'model_slug') ?? textField(conversation, 'default_model_slug'),
      created_at: knownTime(message, 'create_time'),
      signals: branch === 'redone' ? [{ kind: 'implicit', name: 'action', value: 'regenerated' }] : [],
    },
    {
      ...column('title', field(conversation, 'title')),
      ...column('gizmo_id', field(conversation, 'gizmo_id')),
      ...column('tags', listField(conversation, 'tags')),
      ...withoutTime(message, 'create_time', messageNames),
      ...column('metadata', without(metadata, ['model_slug'])),
      branch: branch === 'current' ? branch : 'other',
      ...(leftOut === 0 ? {} : { earlier_messages_left_out: leftOut }),
    },
  );
}
