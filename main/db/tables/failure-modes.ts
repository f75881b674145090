import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import type { ModeInTree } from '../../../shared/domain/modes/standing-mode.ts';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

const failureModeRow = z.object({
  id: z.string(),
  name: z.string(),
  definition: z.string(),
  createdAt: z.int(),
  /** Labels and span labels that name it, of all annotators. */
  count: z.int(),
});
export type FailureModeRow = z.infer<typeof failureModeRow>;

/**
 * Every failure mode that stands, with its number of labels, those on parts of outputs and those that name one that was merged
 * into it among them.
 * @param questions ids of the schema's failure mode questions
 */
export function listFailureModes(database: Database, questions: readonly string[]): FailureModeRow[] {
  const rows = prepare(database, `${failureModesSql} WHERE ${stands} ORDER BY name`).all(
    JSON.stringify(questions),
  );
  return z.array(failureModeRow).parse(rows);
}

/** By id, which may be of one that was merged or retired; or, in any letter case, by the name of one that stands. */
export function findFailureMode(
  database: Database,
  idOrName: string,
  questions: readonly string[],
): FailureModeRow | null {
  const id = standingId(database, idOrName) ?? modeOfName(database, idOrName);
  const row = prepare(database, `${failureModesSql} WHERE id = ?`).get(JSON.stringify(questions), id);
  return row === undefined ? null : failureModeRow.parse(row);
}

export function failureModeFoldKey(id: string): string {
  return foldKeyOf({ kind: 'failure_mode', failureModeId: id });
}

/** The name to show for each failure mode that a label may name: of one that was merged, the name of the one that stands for it. */
export function failureModeNames(database: Database): Map<string, string> {
  const rows = rowsOf<{ readonly id: string; readonly name: string }>(database, namesSql).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The failure mode that each one means: itself, or the one that stands for it since they were merged. */
export function standingIds(database: Database): Map<string, string> {
  const rows = rowsOf<{ readonly id: string; readonly standing: string }>(
    database,
    'SELECT id, coalesce(merged_into, id) AS standing FROM failure_modes',
  ).all();
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

/** The failure mode that an id means: itself, or the one that stands for it; null where there is none. */
export function standingId(database: Database, id: string): string | null {
  const sql = 'SELECT coalesce(merged_into, id) FROM failure_modes WHERE id = ?';
  return valuesOf<string>(database, sql).get(id) ?? null;
}

/** Its own name, also where it was merged or retired; null where there is none of this id. */
export function nameOfMode(database: Database, id: string): string | null {
  return valuesOf<string>(database, 'SELECT name FROM failure_modes WHERE id = ?').get(id) ?? null;
}

/** The id of the failure mode of this name, in any letter case, among those that stand. */
export function modeOfName(database: Database, name: string): string | null {
  // SQLite knows only of English letters that they have two cases.
  const rows = rowsOf<{ readonly id: string; readonly name: string }>(
    database,
    `SELECT id, name FROM failure_modes WHERE ${stands} ORDER BY id`,
  ).all();
  const wanted = withoutCase(name);
  return rows.find((row) => withoutCase(row.name) === wanted)?.id ?? null;
}

function withoutCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Those that stand, each with the parent that it is said to have. */
export function modesInTree(database: Database): ModeInTree[] {
  return rowsOf<ModeInTree>(
    database,
    `SELECT id, parent FROM failure_modes WHERE ${stands} ORDER BY id`,
  ).all();
}

/** Colours of the palette. */
const colours = 12;

/** The first colour that no failure mode in use has; the rarest where all are taken. */
export function freeColour(database: Database): number {
  const used = valuesOf<number>(
    database,
    `SELECT colour FROM failure_modes WHERE colour IS NOT NULL AND ${stands}`,
  ).all();
  const uses = Array.from({ length: colours }, (_, colour) => used.filter((one) => one === colour).length);
  return uses.indexOf(Math.min(...uses));
}

/**
 * The id of the failure mode that an imported file means by a name, in any letter case: the one of this name, else the one
 * that an import once made of it or that stands for it; made without an act of anybody where there is none.
 */
export function ensureImportedFailureMode(database: Database, name: string, now: number): string {
  const known = modeOfName(database, name) ?? modeOnceNamed(database, name);
  if (known !== null) return known;
  const id = createId();
  prepare(
    database,
    'INSERT INTO failure_modes (id, name, imported_name, created_at) VALUES (?, ?, ?, ?)',
  ).run(id, name, name, now);
  return id;
}

/** What an import made of the name, or what stands for the failure mode that had it. */
function modeOnceNamed(database: Database, name: string): string | null {
  const sql = `SELECT coalesce(
    (SELECT coalesce(merged_into, id) FROM failure_modes WHERE imported_name = ? ORDER BY id),
    (SELECT merged_into FROM failure_modes WHERE name = ? AND merged_into IS NOT NULL ORDER BY id))`;
  return valuesOf<string>(database, sql).get(name, name) ?? null;
}

/** Deletes failure modes that only imports named and that no label and nobody's act refers to any more. */
export function deleteUnusedFailureModes(database: Database): void {
  prepare(
    database,
    `DELETE FROM failure_modes WHERE event_id IS NULL
     AND NOT EXISTS (SELECT 1 FROM labels WHERE value = json_quote(failure_modes.id))
     AND NOT EXISTS (SELECT 1 FROM imported_labels WHERE value = json_quote(failure_modes.id))
     AND NOT EXISTS (SELECT 1 FROM span_labels WHERE failure_mode = failure_modes.id)
     AND NOT EXISTS (SELECT 1 FROM imported_span_labels WHERE failure_mode = failure_modes.id)
     AND NOT EXISTS (SELECT 1 FROM events
       WHERE instr(payload, failure_modes.id) > 0 OR instr(fold_key, failure_modes.id) > 0)`,
  ).run();
}

/** A condition on `failure_modes`: it was neither merged nor retired. */
export const stands = 'merged_into IS NULL AND retired = 0';

/** Exported for the test of its query plan. */
export const failureModesSql = `SELECT id, name, definition, created_at AS createdAt, (
    SELECT count(*) FROM labels WHERE labels.question IN (SELECT value FROM json_each(?)) AND labels.value IN (
      SELECT json_quote(failure_modes.id)
      UNION ALL SELECT json_quote(merged.id) FROM failure_modes AS merged WHERE merged.merged_into = failure_modes.id)
  ) + (
    SELECT count(*) FROM span_labels WHERE span_labels.failure_mode IN (
      SELECT failure_modes.id
      UNION ALL SELECT merged.id FROM failure_modes AS merged WHERE merged.merged_into = failure_modes.id)
  ) AS count FROM failure_modes`;

const namesSql = `SELECT m.id, coalesce(standing.name, m.name) AS name FROM failure_modes AS m
  LEFT JOIN failure_modes AS standing ON standing.id = m.merged_into`;
