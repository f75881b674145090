import type { RowMode } from '../../../shared/domain/export/export-row.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** The failure modes of these ids, by id. */
export function modeNames(database: Database, ids: readonly string[]): ReadonlyMap<string, RowMode> {
  const sql = `SELECT f.id, f.name, f.definition FROM json_each(?) AS page
    CROSS JOIN failure_modes AS f ON f.id = page.value`;
  const rows = rowsOf<RowMode & { readonly id: string }>(database, sql).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, name, definition }) => [id, { name, definition }]));
}

/** Seqs of these interactions, by id; those that are gone are left out. */
export function seqsOfItems(database: Database, ids: readonly string[]): ReadonlyMap<string, number> {
  const sql = `SELECT i.id, i.seq FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.id = page.value`;
  const rows = rowsOf<{ readonly id: string; readonly seq: number }>(database, sql).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}
