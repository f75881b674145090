import { createId } from '../../main/db/create-id.ts';
import { type Database, prepare } from '../../main/db/database.ts';
import { valuesOf } from '../../main/db/query.ts';
import { ensurePromptVersion } from '../../main/db/tables/prompt-versions.ts';
import { addSignalCoverage } from '../../main/db/tables/signal-coverage.ts';
import { addInteractions } from './temp-project.ts';

/** Interactions that are alike, and what is known of each of them by signal. */
export interface CellValues {
  readonly week?: string;
  readonly surface?: string;
  readonly model?: string;
  readonly promptVersion?: string;
  readonly values: readonly Readonly<Record<string, number>>[];
}

/** Adds interactions with their values, cells and counts, as measuring leaves them; returns their ids. */
export function addCell(database: Database, cell: CellValues): string[] {
  return database.transaction(() => insertCell(database, cell))();
}

function insertCell(database: Database, cell: CellValues): string[] {
  const { week = '', surface = '', model = '', promptVersion = '', values } = cell;
  const version = promptVersion === '' ? 0 : ensurePromptVersion(database, promptVersion);
  const { lastInsertRowid: seq } = prepare(
    database,
    `INSERT INTO signal_cells (week, surface, model, prompt_version_seq, segment, interactions) VALUES (?, ?, ?, ?, '', ?)`,
  ).run(week, surface, model, version, values.length);
  const ids = addInteractions(database, values.length);
  const seqOf = valuesOf<number>(database, 'SELECT seq FROM interactions WHERE id = ?');
  const count = prepare(
    database,
    `INSERT INTO signal_counts (cell_seq, signal, value, count) VALUES (?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET count = count + 1`,
  );
  const store = prepare(
    database,
    'INSERT INTO signal_values (interaction_seq, cell_seq, body) VALUES (?, ?, ?)',
  );
  for (const [place, id] of ids.entries()) {
    const known = values[place] ?? {};
    const body = { any: Object.keys(known).length === 0 ? 0 : 1, ...known };
    store.run(seqOf.get(id), seq, JSON.stringify(body));
    for (const [signal, value] of Object.entries(body)) count.run(seq, signal, value);
    const changes = Object.entries(body).map(([signal, value]) => ({
      cellSeq: Number(seq),
      signal,
      value,
      by: 1,
    }));
    addSignalCoverage(database, changes);
    for (const signal of Object.keys(body)) addFeed(database, signal);
  }
  return ids;
}

/** An outcome is followed where a source tells of it. */
function addFeed(database: Database, signal: string): void {
  const [, name] = /^outcome\.(.*?)(?:\.pending)?$/u.exec(signal) ?? [];
  if (name === undefined) return;
  prepare(
    database,
    `INSERT INTO outcome_feeds (source_seq, name) SELECT max(seq), ? FROM sources WHERE true ON CONFLICT DO NOTHING`,
  ).run(name);
}

/** A source of attachments some of whose rows found no interaction. */
export function addAttachmentSource(
  database: Database,
  name: string,
  found: { readonly attached: number; readonly rejects: readonly string[]; readonly unmapped?: object },
): void {
  const { attached, rejects, unmapped = {} } = found;
  const { lastInsertRowid: seq } = prepare(
    database,
    `INSERT INTO sources (id, name, path, format, shape, mapping, state, started_at, brings, attached, rejected, unmapped)
     VALUES (?, ?, 'outcomes.jsonl', 'jsonl', '{}', '[]', 'done', 0, 'attachments', ?, ?, ?)`,
  ).run(createId(), name, attached, rejects.length, JSON.stringify(unmapped));
  const insert = prepare(
    database,
    `INSERT INTO rejects (source_seq, line, byte_offset, reason, message, raw) VALUES (?, ?, 0, ?, '', '{}')`,
  );
  for (const [line, reason] of rejects.entries()) insert.run(seq, line + 1, reason);
}

/** So many interactions of which the same is known. */
export function times(count: number, values: Readonly<Record<string, number>>): Record<string, number>[] {
  return Array.from({ length: count }, () => ({ ...values }));
}
