import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import { targetNames } from '../../../shared/domain/mapping/target-names.ts';
import { expandEach, type Adapter, type ArrivingRow, type Expansion } from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { boundContext } from './support/bounded-context.ts';
import { column, field, textField, without } from './support/fields.ts';
import { knownTime } from './support/known-time.ts';
import { namedColumn } from './support/named-column.ts';
import { isAssistantTurn, readTurn } from './support/read-turn.ts';
import { snakeCase } from './support/signals.ts';

/** Chats logged or prepared as one row per conversation: every reply of the assistant is an interaction. */
export const conversationsAdapter: Adapter = {
  id: 'conversations',
  title: 'Conversations of several turns (chat JSONL, ShareGPT)',
  brings: 'interactions',
  fields: [
    {
      from: 'messages[] | conversations[] | conversation[]',
      to: 'output',
      note: 'each turn of the assistant',
    },
    {
      from: 'the turns before it',
      to: 'messages',
      note: 'the oldest are left out past 200 or 400,000 characters',
    },
    { from: 'system', to: 'messages', note: 'in front, where the turns do not start with it' },
    {
      from: 'id',
      to: 'external_id',
      note: '`id#2` is the second reply; without id, the session and its turn',
    },
    { from: 'session_id, conversation_id, ...', to: 'session', note: 'else the id' },
    {
      from: 'model, user, prompt_version',
      to: 'model, user, prompt_version',
      note: 'under their usual names',
    },
    { from: 'the turn’s timestamp, else the row’s', to: 'created_at' },
    { from: 'the turn’s other fields', to: 'turn_fields' },
    { from: 'weight: 0', to: '(skipped)', note: 'a turn that is not to be learnt from' },
  ],
  recognises,
  open: () => expandEach(expand),
};

const listNames = ['messages', 'conversations', 'conversation'] as const;

/** A row that says itself what its output is needs no adapter. */
const outputNames: ReadonlySet<string> = new Set([
  ...targetNames.output,
  ...targetNames.edit,
  'chosen',
  'rejected',
  'choices',
  'responses',
  'outputs',
  'mapping',
]);

function recognises(row: JsonObject): boolean {
  const turns = turnsOf(row);
  if (turns === undefined || turns.length === 0) return false;
  if (!turns.every((turn) => isJsonObject(turn) && (isText(turn['role']) || isText(turn['from']))))
    return false;
  if (Object.keys(row).some((name) => outputNames.has(snakeCase(name)))) return false;
  const isShareGpt = turns.every(
    (turn) => isJsonObject(turn) && isText(turn['from']) && Object.hasOwn(turn, 'value'),
  );
  return isShareGpt || turns.filter((turn) => isAssistantTurn(readTurn(turn))).length >= 2;
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

function turnsOf(row: JsonObject): readonly Json[] | undefined {
  for (const name of listNames) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (isJsonList(value)) return value;
  }
  return undefined;
}

function expand(row: JsonObject): Expansion {
  const given = turnsOf(row) ?? [];
  const system = systemTurn(row, given);
  const turns = [...system, ...given.map(readChatTurn)];
  const columns = columnsOf(row, system.length > 0);
  const rows: ArrivingRow[] = [];
  const skipped: string[] = [];
  let reply = 0;
  for (const [index, item] of given.entries()) {
    const at = index + system.length;
    if (!isAssistantTurn(turns[at])) continue;
    reply += 1;
    if (isJsonObject(item) && item['weight'] === 0) skipped.push('a reply with weight 0');
    else rows.push(replyRow(columns, item, turns, at, reply));
  }
  return { rows, skipped: reply === 0 ? ['a conversation without a reply of the assistant'] : skipped };
}

/** LLaMA-Factory writes calls of tools and their results as ShareGPT turns of their own. */
function readChatTurn(item: Json): JsonObject {
  const turn = readTurn(item);
  if (turn['role'] === 'observation') return { ...turn, role: 'tool' };
  return turn['role'] === 'function_call' ? { ...turn, role: 'assistant' } : turn;
}

function systemTurn(row: JsonObject, turns: readonly Json[]): readonly JsonObject[] {
  const name = namedColumn(row, targetNames.system);
  const text = name === undefined ? undefined : textField(row, name);
  const [first] = turns;
  const hasOwn = first !== undefined && readTurn(first)['role'] === 'system';
  return text === undefined || hasOwn ? [] : [{ role: 'system', content: text }];
}

interface RowColumns {
  readonly id: string | undefined;
  readonly session: string | undefined;
  readonly user: string | undefined;
  readonly model: string | undefined;
  readonly prompt_version: string | undefined;
  readonly created_at: Json | undefined;
  readonly rest: JsonObject;
}

function columnsOf(row: JsonObject, usesSystem: boolean): RowColumns {
  const taken: string[] = listNames.filter((name) => isJsonList(row[name])).slice(0, 1);
  const take = (names: readonly string[]): string | undefined => {
    const name = namedColumn(row, names, isScalar);
    if (name !== undefined) taken.push(name);
    return name === undefined ? undefined : textField(row, name);
  };
  const id = take(targetNames.external_id);
  const session = take(targetNames.session) ?? id;
  const user = take(targetNames.user);
  const model = take(targetNames.model);
  const version = take(targetNames.prompt_version);
  const timeName = namedColumn(row, targetNames.created_at, isScalar);
  const created_at = timeName === undefined ? undefined : knownTime(row, timeName);
  if (timeName !== undefined && created_at !== undefined) taken.push(timeName);
  const systemName = namedColumn(row, targetNames.system);
  if (usesSystem && systemName !== undefined) taken.push(systemName);
  return { id, session, user, model, prompt_version: version, created_at, rest: without(row, taken) };
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

const turnNames = ['role', 'from', 'content', 'value', 'parts', 'text', 'tool_calls', 'name', 'weight'];

function replyRow(
  columns: RowColumns,
  item: Json,
  turns: readonly JsonObject[],
  at: number,
  reply: number,
): ArrivingRow {
  const turn = isJsonObject(item) ? item : {};
  const { id, rest, ...shared } = columns;
  const base = id ?? shared.session;
  const { messages, leftOut } = boundContext(turns, at);
  return arrivingRow(
    {
      ...shared,
      output: turns[at]?.['content'] ?? '',
      messages,
      external_id: base === undefined ? undefined : `${base}#${reply}`,
      keys: [textField(turn, 'id'), id],
      model: textField(turn, 'model') ?? shared.model,
      created_at: knownTime(turn, 'timestamp', 'created_at', 'create_time') ?? shared.created_at,
    },
    {
      ...rest,
      turn: reply,
      ...column('tool_calls', field(turn, 'tool_calls')),
      ...column('turn_fields', without(turn, turnNames)),
      ...(leftOut === 0 ? {} : { earlier_messages_left_out: leftOut }),
    },
  );
}
