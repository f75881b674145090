import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { normaliseMessages } from './normalise-messages.ts';
import { isActionWord } from './normalise-action.ts';
import { childPath, columnPath, openJsonText } from './path.ts';
import { snakeCase } from './snake-case.ts';
import { isThumbs } from './read-signals.ts';

/** What the first rows say about one column, or about one member of a nested object. */
export interface ColumnProfile {
  /** Path text that reads it. */
  readonly path: string;
  /** Its own key in snake case (`TimeGenerated` -> `time_generated`), and with its parents' keys before it. */
  readonly name: string;
  readonly fullName: string;
  readonly depth: number;
  /** Rows in which it is neither absent, null nor ''. */
  readonly filled: number;
  /** Shares of the filled values, 0 to 1. */
  readonly shares: Readonly<Record<ColumnTrait, number>>;
  /** Mean length of its texts in UTF-16 units; 0 where it has none. */
  readonly averageLength: number;
  /** Different scalar values per filled one: 1 for ids. */
  readonly distinct: number;
  /** The first filled values, as examples. */
  readonly values: readonly Json[];
}

/** Kinds a value can count as; one value can be several. */
export type ColumnTrait =
  | 'text'
  | 'scalar'
  | 'number'
  | 'boolean'
  | 'texts'
  | 'time'
  | 'thumbs'
  | 'action'
  | 'turns'
  | 'messages'
  | 'assistantLast'
  | 'choices';

const maxDepth = 3;
const maxValues = 200;

/** Profiles every column of the rows and, up to three levels down, the members of nested objects. */
export function profileColumns(rows: readonly JsonObject[]): readonly ColumnProfile[] {
  const columns = new Map<string, Collected>();
  for (const row of rows) collect(row, columns, null);
  return [...columns.values()].map(toProfile);
}

interface Collected {
  readonly path: string;
  readonly names: readonly string[];
  readonly values: Json[];
  filled: number;
}

function collect(object: JsonObject, columns: Map<string, Collected>, parent: Collected | null): void {
  for (const [key, value] of Object.entries(object)) {
    const path = parent === null ? columnPath(key) : childPath(parent.path, key);
    const column = columns.get(path) ?? {
      path,
      names: [...(parent?.names ?? []), snakeCase(key)],
      values: [],
      filled: 0,
    };
    columns.set(path, column);
    if (value === null || value === '') continue;
    if (isJsonObject(value) && column.names.length < maxDepth) {
      collect(value, columns, column);
      continue;
    }
    column.filled += 1;
    if (column.values.length < maxValues) column.values.push(value);
  }
}

function toProfile({ path, names, values, filled }: Collected): ColumnProfile {
  const texts = values.filter((value) => typeof value === 'string');
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const scalars = values.filter((value) => typeof value !== 'object');
  return {
    path,
    name: names.at(-1) ?? '',
    fullName: names.join('_'),
    depth: names.length - 1,
    filled,
    shares: {
      text: share(values, (value) => typeof value === 'string'),
      scalar: share(values, (value) => typeof value !== 'object'),
      number: share(values, isNumeric),
      boolean: share(values, isYesNo),
      texts: share(values, (value) => isJsonList(value) && value.every((item) => typeof item === 'string')),
      time: share(values, (value) => parseInstant(value) !== undefined),
      thumbs: share(values, isThumbs),
      action: share(values, (value) => typeof value === 'string' && isActionWord(value)),
      turns: share(values, (value) => turnsOf(value) !== undefined),
      messages: share(values, isConversation),
      assistantLast: share(values, (value) => turnsOf(value)?.at(-1)?.role === 'assistant'),
      choices: share(values, isChoices),
    },
    averageLength: texts.length === 0 ? 0 : length / texts.length,
    distinct: scalars.length === 0 ? 0 : new Set(scalars.map(String)).size / scalars.length,
    values: values.slice(0, 20),
  };
}

function share(values: readonly Json[], has: (value: Json) => boolean): number {
  return values.length === 0 ? 0 : values.filter(has).length / values.length;
}

function isNumeric(value: Json): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
  );
}

function isYesNo(value: Json): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && /^(true|false|yes|no)$/i.test(value));
}

function turnsOf(value: Json): ReturnType<typeof normaliseMessages> {
  const opened = openJsonText(value);
  const turns = isJsonList(opened) ? normaliseMessages(opened) : undefined;
  return turns?.length === 0 ? undefined : turns;
}

/** Alternative answers are lists of messages as well, but nobody speaks to the AI in them. */
function isConversation(value: Json): boolean {
  return turnsOf(value)?.some((turn) => turn.role === 'user' || turn.role === 'system') === true;
}

/** The `choices` of a chat completion: a list of objects with a `message`. */
function isChoices(value: Json): boolean {
  return isJsonList(value) && isJsonObject(value[0]) && isJsonObject(value[0]['message']);
}
