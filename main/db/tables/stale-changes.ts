import { type Database, prepare } from '../database.ts';
import { numberOf, valuesOf } from '../query.ts';

/**
 * Says that the changes of an interaction have to be made anew. Call it wherever an edit, a signal or a label on a part
 * of it comes or goes, wherever making changes has got to: what it read before would be stored after. Before changes
 * were ever made nothing is stale.
 */
export function markChangesStale(database: Database, interactionSeq: number): void {
  prepare(
    database,
    `INSERT INTO stale_changes (interaction_seq)
     SELECT ? WHERE EXISTS (SELECT 1 FROM derived WHERE name = 'changes') ON CONFLICT DO NOTHING`,
  ).run(interactionSeq);
}

/** The same where a place of its output is labelled, unless that is a change of its edit, which it is either way. */
export function markStaleByPlace(database: Database, interactionSeq: number, place: string): void {
  const sql = 'SELECT 1 FROM changes WHERE interaction_seq = ? AND place = ? AND edit_seq IS NOT NULL';
  if (numberOf(database, sql, interactionSeq, place) === 0) markChangesStale(database, interactionSeq);
}

/** The same where an answer, as it is stored, names a failure mode: such an interaction is a unit without an edit as well. */
export function markStaleByAnswer(database: Database, interactionSeq: number, value: unknown): void {
  if (typeof value !== 'string') return;
  if (numberOf(database, 'SELECT 1 FROM failure_modes WHERE id = ?', value) === 1)
    markChangesStale(database, interactionSeq);
}

export function someStale(database: Database, limit: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT interaction_seq FROM stale_changes ORDER BY interaction_seq LIMIT ?',
  ).all(limit);
}

export function deleteStale(database: Database, interactionSeq: number): void {
  prepare(database, 'DELETE FROM stale_changes WHERE interaction_seq = ?').run(interactionSeq);
}

export function countStale(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM stale_changes');
}
