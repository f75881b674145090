import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingRow, ArrivingSignal, ArrivingSpan } from '../adapter.ts';

/** The columns of an `ArrivingRow` that an adapter fills; undefined and empty lists are left out. */
export interface ArrivingColumns {
  readonly output?: Json | undefined;
  readonly messages?: readonly JsonObject[] | undefined;
  readonly external_id?: string | undefined;
  readonly keys?: readonly (string | undefined)[] | undefined;
  readonly session?: string | undefined;
  readonly user?: string | undefined;
  readonly model?: string | undefined;
  readonly prompt_version?: string | undefined;
  readonly created_at?: Json | undefined;
  readonly edits?: readonly ArrivingEdit[] | undefined;
  readonly signals?: readonly ArrivingSignal[] | undefined;
  readonly labels?: readonly ArrivingLabel[] | undefined;
  readonly spans?: readonly ArrivingSpan[] | undefined;
}

const columnNames: ReadonlySet<string> = new Set([
  'output',
  'messages',
  'external_id',
  'keys',
  'session',
  'user',
  'model',
  'prompt_version',
  'created_at',
  'edits',
  'signals',
  'labels',
  'spans',
]);

/**
 * An arriving row of the columns and of `rest`, which stays under the tool's own names. A name of `rest` that is also
 * one of ours gets `source_` in front, because there it would be read as what it is not.
 */
export function arrivingRow(columns: ArrivingColumns, rest: JsonObject = {}): ArrivingRow {
  const { keys = [], edits = [], signals = [], labels = [], spans = [], created_at, ...plain } = columns;
  const otherIds = new Set(
    keys.flatMap((key) => (key === undefined || key === plain.external_id ? [] : [key])),
  );
  return {
    ...renamed(rest),
    ...present({ ...plain, ...timeColumn(created_at) }),
    ...(otherIds.size === 0 ? {} : { keys: [...otherIds] }),
    ...(edits.length === 0 ? {} : { edits }),
    ...(signals.length === 0 ? {} : { signals }),
    ...(labels.length === 0 ? {} : { labels }),
    ...(spans.length === 0 ? {} : { spans }),
  };
}

function renamed(rest: JsonObject): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [columnNames.has(name) ? `source_${name}` : name, value]),
  );
}

/** A call whose time cannot be read is still a call. */
function timeColumn(value: Json | undefined): Record<string, Json> {
  if (value === undefined || value === null || value === '' || value === 0) return {};
  return { [parseInstant(value) === undefined ? 'source_created_at' : 'created_at']: value };
}

function present(columns: Readonly<Record<string, Json | undefined>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
