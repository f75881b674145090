import { z } from 'zod';
import { foldKeyOf, parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';
import { eventsOfKey, timeOfEvent } from './events.ts';

export const failureModePayload = z.object({ name: z.string(), definition: z.string() });

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
 * Every failure mode with its number of labels, those on parts of outputs among them.
 * @param questions ids of the schema's failure mode questions
 */
export function listFailureModes(database: Database, questions: readonly string[]): FailureModeRow[] {
  const rows = prepare(database, `${failureModesSql} ORDER BY name COLLATE NOCASE`).all(
    JSON.stringify(questions),
  );
  return z.array(failureModeRow).parse(rows);
}

/** By id or, in any letter case, by name. */
export function findFailureMode(
  database: Database,
  idOrName: string,
  questions: readonly string[],
): FailureModeRow | null {
  const row = prepare(
    database,
    `${failureModesSql} WHERE id = ? OR name = ? COLLATE NOCASE ORDER BY id = ? DESC`,
  ).get(JSON.stringify(questions), idOrName, idOrName, idOrName);
  return row === undefined ? null : failureModeRow.parse(row);
}

export function failureModeFoldKey(id: string): string {
  return foldKeyOf({ kind: 'failure_mode', failureModeId: id });
}

/** Writes a failure mode's row from its events. */
export function refoldFailureMode(database: Database, foldKey: string): void {
  const target = parseFoldKey(foldKey);
  if (target.kind !== 'failure_mode') throw new Error(`Not the fold key of a failure mode: ${foldKey}`);
  const act = latestAct(eventsOfKey(database, foldKey));
  if (!act) return;
  const { name, definition } = failureModePayload.parse(act.payload);
  prepare(
    database,
    `INSERT INTO failure_modes (id, name, definition, event_id, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition,
       event_id = excluded.event_id`,
  ).run(target.failureModeId, name, definition, act.id, timeOfEvent(act));
}

/** The id of the failure mode of this name (in any letter case), made without an act of anybody where there is none. */
export function ensureImportedFailureMode(database: Database, name: string, now: number): string {
  const known = findFailureMode(database, name, []);
  if (known) return known.id;
  const id = createId();
  prepare(database, 'INSERT INTO failure_modes (id, name, created_at) VALUES (?, ?, ?)').run(id, name, now);
  return id;
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
     AND NOT EXISTS (SELECT 1 FROM events WHERE payload ->> '$.value' = failure_modes.id
       OR payload ->> '$.value.failureMode' = failure_modes.id)`,
  ).run();
}

export function deleteFoldedFailureModes(database: Database): void {
  prepare(database, 'DELETE FROM failure_modes WHERE event_id IS NOT NULL').run();
}

/** Exported for the test of its query plan. */
export const failureModesSql = `SELECT id, name, definition, created_at AS createdAt, (
    SELECT count(*) FROM labels
    WHERE labels.question IN (SELECT value FROM json_each(?)) AND labels.value = json_quote(failure_modes.id)
  ) + (
    SELECT count(*) FROM span_labels WHERE span_labels.failure_mode = failure_modes.id
  ) AS count FROM failure_modes`;
