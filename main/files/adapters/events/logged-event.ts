import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { contentText } from '../../../../shared/domain/mapping/content-text.ts';
import {
  eventKinds,
  type EventColumn,
  type EventFold,
  type EventKind,
} from '../../../../shared/domain/mapping/event-fold.ts';
import { compileLeftover } from '../../../../shared/domain/mapping/leftover.ts';
import {
  compilePath,
  parsePath,
  type Path,
  type PathReader,
} from '../../../../shared/domain/mapping/path.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';

/** One row of an event log, read by a fold. */
export interface LoggedEvent {
  /** Undefined where the fold does not know the event's name. */
  readonly kind: EventKind | undefined;
  readonly interaction: string | undefined;
  readonly session: string | undefined;
  readonly time: Json | undefined;
  /** The same in Unix milliseconds. */
  readonly at: number | undefined;
  readonly output: string | undefined;
  readonly edit: string | undefined;
  readonly input: string | undefined;
  readonly user: string | undefined;
  readonly model: string | undefined;
  readonly rating: string | number | boolean | undefined;
  readonly comment: string | undefined;
  /** Whether the row has a text at all, whatever the event means. */
  readonly hasText: boolean;
  /** Whether it has an output in a column that is none of the edit's. */
  readonly hasOwnOutput: boolean;
  /** The row without the columns that were read. */
  readonly rest: JsonObject;
}

/** Makes the reader of a fold's events. */
export function compileEvents(fold: EventFold): (row: JsonObject) => LoggedEvent {
  const kinds = new Map(
    eventKinds.flatMap((kind) => fold.events[kind].map((name) => [plainName(name), kind] as const)),
  );
  const event = compileColumn(fold, 'event', (value) => kinds.get(plainName(value)));
  const interaction = compileColumn(fold, 'interaction', nameOf);
  const session = compileColumn(fold, 'session', nameOf);
  const time = compileColumn(fold, 'time', (value) =>
    parseInstant(value) === undefined ? undefined : value,
  );
  const output = compileColumn(fold, 'output', textOf);
  const edit = compileColumn(fold, 'edit', textOf);
  const input = compileColumn(fold, 'input', textOf);
  const user = compileColumn(fold, 'user', nameOf);
  const model = compileColumn(fold, 'model', nameOf);
  const rating = compileColumn(fold, 'rating', (value) => (typeof value === 'object' ? undefined : value));
  const comment = compileColumn(fold, 'comment', textOf);
  const leftover = createLeftover();

  return (row) => {
    const named = event(row);
    const kind = named?.value;
    const read = {
      // That it was shown is all a shown event tells.
      event: kind === 'shown' ? named : undefined,
      interaction: interaction(row),
      session: session(row),
      time: time(row),
      output: takesOutput(kind) ? output(row) : undefined,
      edit: takesEdit(kind) ? edit(row) : undefined,
      input: kind === 'shown' ? input(row) : undefined,
      user: user(row),
      model: kind === 'shown' ? model(row) : undefined,
      rating: kind === 'rated' ? rating(row) : undefined,
      comment: kind === 'rated' ? comment(row) : undefined,
    };
    const taken = Object.values(read).flatMap((column) => (column === undefined ? [] : [column.path]));
    const text = output(row);
    return {
      kind,
      interaction: read.interaction?.value,
      session: read.session?.value,
      time: read.time?.value,
      at: parseInstant(read.time?.value)?.ms,
      output: read.output?.value,
      edit: read.edit?.value,
      input: read.input?.value,
      user: read.user?.value,
      model: read.model?.value,
      rating: read.rating?.value,
      comment: read.comment?.value,
      hasText: text !== undefined || edit(row) !== undefined,
      hasOwnOutput: text !== undefined && !fold.columns.edit.includes(text.path.text),
      rest: leftover(taken, row),
    };
  };
}

interface ReadColumn<T> {
  readonly path: Path;
  readonly value: T;
}

/** Reads the first of a column's paths that holds something of use. */
function compileColumn<T>(
  fold: EventFold,
  column: EventColumn,
  use: (value: Json) => T | undefined,
): (row: JsonObject) => ReadColumn<T> | undefined {
  const readers: { readonly path: Path; readonly read: PathReader }[] = fold.columns[column].flatMap(
    (text) => {
      const path = parsePath(text);
      return path.ok ? [{ path: path.value, read: compilePath(path.value) }] : [];
    },
  );
  return (row) => {
    for (const { path, read } of readers) {
      const raw = read(row);
      const value = raw === undefined || raw === null ? undefined : use(raw);
      if (value !== undefined) return { path, value };
    }
    return undefined;
  };
}

const maxLeftovers = 100;

/** Which columns were read differs from row to row, in few ways: each gets its own leftover. */
function createLeftover(): (taken: readonly Path[], row: JsonObject) => JsonObject {
  const known = new Map<string, (row: JsonObject) => JsonObject>();
  return (taken, row) => {
    const key = JSON.stringify(taken.map(({ text }) => text));
    const leftover = known.get(key) ?? compileLeftover(taken);
    if (known.size >= maxLeftovers) known.clear();
    known.set(key, leftover);
    return leftover(row);
  };
}

function takesOutput(kind: EventKind | undefined): boolean {
  return kind === 'shown';
}

function takesEdit(kind: EventKind | undefined): boolean {
  return kind === 'edited' || kind === 'sent';
}

function plainName(value: Json): string {
  return typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_')
    : '';
}

function nameOf(value: Json): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

function textOf(value: Json): string | undefined {
  const text = contentText(value);
  return typeof text === 'string' ? text : undefined;
}
