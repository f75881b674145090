import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Instant } from '../time/instant.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { contentText } from './content-text.ts';
import type { MappedEdit, MappedLabel, MappedSignal, RowProblem, SignalKind } from './mapped-row.ts';
import type { ListTarget } from './mapping.ts';
import { openJsonText, type PathReader } from './path.ts';
import { labelValue, unnamedAnnotator } from './read-labels.ts';
import { normaliseAction } from './normalise-action.ts';
import { type ArrivedSpan, readSpan } from './read-span.ts';
import { unitOfName } from './read-signals.ts';
import { wrongType } from './row-problem.ts';

export type ListReaders = ReadonlyMap<ListTarget, PathReader>;

/** What the list targets of one row give; the reading functions add to it. */
export interface RowLists {
  readonly keys: string[];
  readonly edits: MappedEdit[];
  readonly signals: MappedSignal[];
  readonly labels: MappedLabel[];
  readonly spans: ArrivedSpan[];
}

/** Adds what the row's list targets hold. An absent list is an empty one. Returns the first value that fits nowhere. */
export function readLists(
  row: JsonObject,
  readers: ListReaders,
  rowAnnotator: string | null,
  lists: RowLists,
): RowProblem | null {
  for (const [target, read] of readers) {
    const value = openJsonText(read(row) ?? null);
    if (value === null || value === '') continue;
    const items = isJsonList(value) ? value : [value];
    for (const item of items) {
      if (!addItem(target, item, rowAnnotator, lists)) return wrongType(target, item, wanted[target]);
    }
  }
  return null;
}

const wanted: Readonly<Record<ListTarget, string>> = {
  keys: 'a list of texts or numbers',
  edits: 'a list of {text, annotator, at}',
  signals: 'a list of {kind, name, value, unit, at, origin}',
  labels: 'a list of {question, value, annotator}',
  spans: 'a list of {start, end, text, category, severity}',
};

function addItem(
  target: ListTarget,
  item: Json,
  rowAnnotator: string | null,
  { keys, edits, signals, labels, spans }: RowLists,
): boolean {
  switch (target) {
    case 'keys': {
      if (typeof item !== 'string' && typeof item !== 'number') return item === null;
      if (item !== '') keys.push(String(item));
      return true;
    }
    case 'edits':
      return add(edits, toEdit(item, rowAnnotator));
    case 'signals':
      return add(signals, toSignal(item));
    case 'labels':
      return add(labels, toLabel(item, rowAnnotator));
    case 'spans':
      return add(spans, readSpan(item));
  }
}

function add<T>(list: T[], item: T | undefined): boolean {
  if (item === undefined) return false;
  list.push(item);
  return true;
}

function toEdit(item: Json, rowAnnotator: string | null): MappedEdit | undefined {
  if (typeof item === 'string') return { text: item, annotator: rowAnnotator, at: null };
  if (!isJsonObject(item)) return undefined;
  const text = contentText(item['text']);
  if (typeof text !== 'string') return undefined;
  return { text, annotator: nameOf(item['annotator']) ?? rowAnnotator, at: timeOf(item['at']) };
}

const signalKinds: readonly SignalKind[] = ['explicit', 'implicit', 'outcome'];

function toSignal(item: Json): MappedSignal | undefined {
  if (!isJsonObject(item)) return undefined;
  const value = item['value'];
  const name = nameOf(item['name']);
  if (name === null || value === undefined || value === null || typeof value === 'object') return undefined;
  const kind = signalKinds.find((known) => known === item['kind']) ?? 'implicit';
  // A number too large for one is kept as its text, as in columns.
  const isNumber = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return {
    kind,
    name,
    number: isNumber ? Number(value) : null,
    text: isNumber ? null : name === 'action' ? normaliseAction(String(value)) : String(value),
    unit: isNumber ? (nameOf(item['unit']) ?? unitOfName(name)) : null,
    at: timeOf(item['at']),
    origin: nameOf(item['origin']),
  };
}

function toLabel(item: Json, rowAnnotator: string | null): MappedLabel | undefined {
  if (!isJsonObject(item)) return undefined;
  const question = nameOf(item['question']);
  const value = labelValue(item['value'] ?? null);
  if (question === null || value === undefined || value === null) return undefined;
  return { question, value, annotator: nameOf(item['annotator']) ?? rowAnnotator ?? unnamedAnnotator };
}

function nameOf(value: Json | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const name = String(value);
  return name === '' ? null : name;
}

/** A time that cannot be read is no time: the observation itself is still good. */
function timeOf(value: Json | undefined): Instant | null {
  return value === undefined || value === null ? null : (parseInstant(value) ?? null);
}
