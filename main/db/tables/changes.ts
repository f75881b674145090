import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';
import { setDerivedThrough } from './derived.ts';

/** Grows whenever the same edits give other changes than before. */
export const changesVersion = 1;

/** A change as it is found; see migration 90. */
export interface FoundChange {
  readonly interactionSeq: number;
  readonly kind: 'change' | 'output';
  readonly editSeq: number | null;
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly startAdded: number;
  readonly endAdded: number;
  readonly digest: number;
  readonly week: number | null;
}

/** Changes of every interaction up to this seq are made, by this version of the code, but for stale ones. */
export function changesThrough(database: Database): number {
  return numberOf(
    database,
    `SELECT through_seq FROM derived WHERE name = 'changes' AND version = ?`,
    changesVersion,
  );
}

export function setChangesThrough(database: Database, seq: number): void {
  setDerivedThrough(database, { name: 'changes', version: changesVersion }, seq);
}

/** Adds a change where its interaction is still there. */
export function addChange(database: Database, change: FoundChange): void {
  prepare(
    database,
    `INSERT INTO changes
       (interaction_seq, kind, edit_seq, place, start_unit, end_unit, start_added, end_added, digest, week)
     SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM interactions WHERE seq = ?)
     ON CONFLICT DO NOTHING`,
  ).run(...valuesOfChange(change), change.interactionSeq);
}

/**
 * Makes the changes of an interaction these. One that is as before keeps its seq, and with it vector, cluster and failure
 * mode; returns whether any is not.
 */
export function replaceChanges(
  database: Database,
  interactionSeq: number,
  found: readonly FoundChange[],
): boolean {
  const before = new Map(storedOf(database, interactionSeq).map((row) => [row.place, row]));
  let isOther = false;
  for (const change of found) {
    const stored = before.get(change.place);
    before.delete(change.place);
    if (stored !== undefined && stored.digest === change.digest && stored.kind === change.kind) {
      moveChange(database, stored.seq, change);
      continue;
    }
    if (stored !== undefined) deleteChange(database, stored.seq);
    addChange(database, change);
    isOther = true;
  }
  for (const { seq } of before.values()) deleteChange(database, seq);
  return isOther || before.size > 0;
}

interface StoredChange {
  readonly seq: number;
  readonly place: string;
  readonly kind: string;
  readonly digest: number;
}

function storedOf(database: Database, interactionSeq: number): StoredChange[] {
  return rowsOf<StoredChange>(
    database,
    'SELECT seq, place, kind, digest FROM changes WHERE interaction_seq = ?',
  ).all(interactionSeq);
}

/** The same change of another edit; an undo and redo write the edit anew. */
function moveChange(database: Database, seq: number, { editSeq, startAdded, endAdded }: FoundChange): void {
  prepare(
    database,
    `UPDATE changes SET edit_seq = :editSeq, start_added = :startAdded, end_added = :endAdded
     WHERE seq = :seq AND (edit_seq, start_added, end_added) IS NOT (:editSeq, :startAdded, :endAdded)`,
  ).run({ seq, editSeq, startAdded, endAdded });
}

function deleteChange(database: Database, seq: number): void {
  prepare(database, 'DELETE FROM changes WHERE seq = ?').run(seq);
}

function valuesOfChange(change: FoundChange): (string | number | null)[] {
  const { interactionSeq, kind, editSeq, place, start, end, startAdded, endAdded, digest, week } = change;
  return [interactionSeq, kind, editSeq, place, start, end, startAdded, endAdded, digest, week];
}

/** Deletes up to `limit` changes with all that hangs on them and returns how many it were. */
export function deleteChanges(database: Database, limit: number): number {
  return prepare(database, 'DELETE FROM changes WHERE seq IN (SELECT seq FROM changes LIMIT ?)').run(limit)
    .changes;
}

export function newestChange(database: Database): number {
  return numberOf(database, 'SELECT max(seq) FROM changes');
}

/** Those of changes behind a seq, ascending. */
export function interactionsOfChangesAfter(database: Database, after: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT DISTINCT interaction_seq FROM changes NOT INDEXED WHERE seq > ? ORDER BY interaction_seq',
  ).all(after);
}

export function countChanges(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM changes');
}

/** Interactions of changes behind a seq, counted up to a bound. */
export function countInteractionsAfter(database: Database, changeSeq: number, most: number): number {
  return numberOf(
    database,
    'SELECT count(DISTINCT interaction_seq) FROM (SELECT interaction_seq FROM changes WHERE seq > ? LIMIT ?)',
    changeSeq,
    most,
  );
}

/** How many changes there are, and how many belong to an edit that is gone although nothing says so. */
export function countLostChanges(database: Database): { readonly looked: number; readonly wrong: number } {
  const wrong = numberOf(
    database,
    `SELECT count(*) FROM changes AS c WHERE edit_seq IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM edits WHERE seq = c.edit_seq AND interaction_seq = c.interaction_seq)
     AND NOT EXISTS (SELECT 1 FROM stale_changes WHERE interaction_seq = c.interaction_seq)`,
  );
  return { looked: countChanges(database), wrong };
}

export function findChange(database: Database, interactionSeq: number, place: string): number | null {
  return (
    valuesOf<number>(database, 'SELECT seq FROM changes WHERE interaction_seq = ? AND place = ?').get(
      interactionSeq,
      place,
    ) ?? null
  );
}

export function digestOfChange(database: Database, seq: number): number {
  return numberOf(database, 'SELECT digest FROM changes WHERE seq = ?', seq);
}
