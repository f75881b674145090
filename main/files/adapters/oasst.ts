import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import {
  expandEach,
  type Adapter,
  type ArrivingRow,
  type ArrivingSignal,
  type Expansion,
} from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { boundContext } from './support/bounded-context.ts';
import {
  field,
  listField,
  numberField,
  objectField,
  objectsField,
  textField,
  without,
} from './support/fields.ts';
import { knownTime, withoutTime } from './support/known-time.ts';
import { snakeCase } from './support/signals.ts';
import { walkTree } from './support/walk-tree.ts';

/** Open Assistant's message trees: every reply of the assistant is an interaction; replies to one prompt share it. */
export const oasstAdapter: Adapter = {
  id: 'oasst',
  title: 'Open Assistant message trees',
  brings: 'interactions',
  fields: [
    { from: 'text of each node with role assistant', to: 'output' },
    {
      from: 'the nodes above it',
      to: 'messages',
      note: 'the oldest are left out past 200 or 400,000 characters',
    },
    { from: 'message_id', to: 'external_id' },
    { from: 'message_tree_id', to: 'session' },
    { from: 'model_name', to: 'model' },
    { from: 'created_date', to: 'created_at' },
    {
      from: 'rank',
      to: 'signal rank',
      note: '0 is the best of the replies to one prompt; from people’s rankings',
    },
    {
      from: 'labels',
      to: 'signal <label>',
      note: 'the mean of people’s answers; counts stay in label_counts',
    },
    {
      from: 'emojis',
      to: 'signal emoji_<name>',
      note: '+1 and -1 are emoji_thumbs_up and emoji_thumbs_down',
    },
    { from: 'deleted', to: '(skipped)', note: 'a deleted reply is only context' },
  ],
  recognises: (row) => typeof row['message_tree_id'] === 'string' && isNode(row['prompt']),
  open: () => expandEach(expand),
};

function isNode(value: Json | undefined): boolean {
  return isJsonObject(value) && typeof value['text'] === 'string' && typeof value['role'] === 'string';
}

function expand(tree: JsonObject): Expansion {
  const rows: ArrivingRow[] = [];
  const skipped: string[] = [];
  const columns = without(tree, ['message_tree_id', 'prompt']);
  const form = { childrenOf: (node: JsonObject) => objectsField(node, 'replies'), messageOf };
  walkTree([objectField(tree, 'prompt')], form, (node, before) => {
    if (node['role'] !== 'assistant') return;
    if (node['deleted'] === true) skipped.push('a deleted reply');
    else if (typeof node['text'] === 'string') rows.push(replyRow(tree, node, before, columns));
    else skipped.push('a reply without a text');
  });
  const isEmpty = rows.length === 0 && skipped.length === 0;
  return { rows, skipped: isEmpty ? ['a tree without a reply of the assistant'] : skipped };
}

function messageOf(node: JsonObject): JsonObject {
  return {
    role: node['role'] === 'assistant' ? 'assistant' : 'user',
    content: textField(node, 'text') ?? '',
  };
}

const nodeNames = [
  'message_id',
  'text',
  'role',
  'model_name',
  'replies',
  'rank',
  'labels',
  'emojis',
  'deleted',
];

function replyRow(
  tree: JsonObject,
  node: JsonObject,
  before: readonly JsonObject[],
  columns: JsonObject,
): ArrivingRow {
  const { messages, leftOut } = boundContext(before);
  const counts = labelsOf(node).flatMap(({ name, count }) =>
    count === undefined ? [] : [[name, count] as const],
  );
  return arrivingRow(
    {
      output: textField(node, 'text') ?? '',
      messages,
      external_id: textField(node, 'message_id'),
      session: textField(tree, 'message_tree_id'),
      model: textField(node, 'model_name'),
      created_at: knownTime(node, 'created_date'),
      signals: signalsOf(node),
    },
    {
      ...columns,
      ...withoutTime(node, 'created_date', nodeNames),
      ...(counts.length === 0 ? {} : { label_counts: Object.fromEntries(counts) }),
      ...(leftOut === 0 ? {} : { earlier_messages_left_out: leftOut }),
    },
  );
}

function signalsOf(node: JsonObject): readonly ArrivingSignal[] {
  const rank = numberField(node, 'rank');
  return [
    ...(rank === undefined ? [] : [signal('rank', rank)]),
    ...labelsOf(node).map(({ name, value }) => signal(snakeCase(name), value)),
    ...Object.entries(objectField(node, 'emojis')).flatMap(([name, count]) =>
      typeof count === 'number' ? [signal(`emoji_${emojiName(name)}`, count)] : [],
    ),
  ];
}

function signal(name: string, value: number): ArrivingSignal {
  return { kind: 'explicit', name, value, origin: 'human' };
}

interface NodeLabel {
  readonly name: string;
  readonly value: number;
  readonly count: Json | undefined;
}

/** Labels come as an object by name, or as three lists side by side. */
function labelsOf(node: JsonObject): readonly NodeLabel[] {
  const labels = objectField(node, 'labels');
  const names = labels['name'];
  if (isJsonList(names)) {
    const [values, counts] = [listField(labels, 'value'), listField(labels, 'count')];
    return names.flatMap((name, at) => nodeLabel(name, values[at], counts[at]));
  }
  return Object.entries(labels).flatMap(([name, label]) =>
    isJsonObject(label)
      ? nodeLabel(name, field(label, 'value'), field(label, 'count'))
      : nodeLabel(name, label),
  );
}

function nodeLabel(name: Json, value: Json | undefined, count?: Json): readonly NodeLabel[] {
  return typeof name === 'string' && typeof value === 'number' ? [{ name, value, count }] : [];
}

function emojiName(name: string): string {
  if (name === '+1') return 'thumbs_up';
  return name === '-1' ? 'thumbs_down' : snakeCase(name);
}
