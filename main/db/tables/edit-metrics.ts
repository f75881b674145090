import { editRates } from '../../../shared/domain/metrics/edit-rates.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';
import { editOrder } from './items.ts';

/**
 * Measures of the edit that an interaction shows, the last one made in the app, else the last imported one. A job behind
 * the import measures in seq order, as it builds the search index; rows behind the point it has reached are left to it.
 */
export const editMetricsVersion = 1;

/** Every interaction up to this seq is measured, by this version of the code. */
export function measuredThrough(database: Database): number {
  return numberOf(
    database,
    `SELECT through_seq FROM derived WHERE name = 'edit-metrics' AND version = ?`,
    editMetricsVersion,
  );
}

export function setMeasuredThrough(database: Database, seq: number): void {
  prepare(
    database,
    `INSERT INTO derived (name, version, through_seq) VALUES ('edit-metrics', ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, through_seq = excluded.through_seq`,
  ).run(editMetricsVersion, seq);
}

export function newestInteraction(database: Database): number {
  return numberOf(database, 'SELECT max(seq) FROM interactions');
}

/** The next interactions with edits to measure, in order. */
export function nextEdited(database: Database, limit: number): number[] {
  return valuesOf<number>(database, nextEditedSql).all(measuredThrough(database), limit);
}

/** How many interactions wait at most: those that came since, edited or not. */
export function countUnmeasured(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM interactions WHERE seq > ?', measuredThrough(database));
}

/** Deletes up to `limit` measures and returns how many it were. */
export function deleteEditMetrics(database: Database, limit: number): number {
  return prepare(
    database,
    'DELETE FROM edit_metrics WHERE interaction_seq IN (SELECT interaction_seq FROM edit_metrics LIMIT ?)',
  ).run(limit).changes;
}

interface ShownPair {
  readonly output: string;
  readonly edit: string;
}

/** Measures one interaction's edit as it is now. Inside a transaction with others. */
export function measureEdit(database: Database, interactionSeq: number): void {
  const pair = rowsOf<ShownPair>(database, shownPairSql).get(interactionSeq);
  if (pair === undefined) {
    prepare(database, 'DELETE FROM edit_metrics WHERE interaction_seq = ?').run(interactionSeq);
    return;
  }
  const { wordEditRate, shareKept, lengthChange, wordEdits } = editRates(pair.output, pair.edit);
  prepare(
    database,
    `INSERT INTO edit_metrics (interaction_seq, hter, share_kept, length_change, words_changed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET hter = excluded.hter, share_kept = excluded.share_kept,
       length_change = excluded.length_change, words_changed = excluded.words_changed`,
  ).run(interactionSeq, wordEditRate, shareKept, lengthChange, wordEdits);
}

/** Brings the measures up to date with an interaction's edits. Call it wherever an edit comes or goes. */
export function refreshEditMetrics(database: Database, interactionSeq: number): void {
  if (interactionSeq <= measuredThrough(database)) measureEdit(database, interactionSeq);
}

/** Seqs at the end are given out again after they were deleted, so that they must not count as measured. */
export function lowerEditMetricsToNewest(database: Database): void {
  prepare(
    database,
    `UPDATE derived SET through_seq = min(through_seq, coalesce((SELECT max(seq) FROM interactions), 0))
     WHERE name = 'edit-metrics'`,
  ).run();
}

const latestFirst = editOrder.map((term) => `${term} DESC`).join(', ');

/** Exported for the test of their query plans. */
export const nextEditedSql = `SELECT DISTINCT interaction_seq FROM edits INDEXED BY edits_by_interaction
  WHERE interaction_seq > ? ORDER BY interaction_seq LIMIT ?`;
export const shownPairSql = `SELECT i.output, e.text AS edit FROM edits AS e INDEXED BY edits_by_interaction
  CROSS JOIN interactions AS i ON i.seq = e.interaction_seq WHERE e.interaction_seq = ?
  ORDER BY ${latestFirst} LIMIT 1`;
