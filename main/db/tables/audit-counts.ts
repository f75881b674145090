import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';
import { distinctSignalTexts } from './distinct-values.ts';
import { stands } from './failure-modes.ts';

/** Values of an action beyond this are not told apart. */
const mostActions = 50;

/** How often each action is logged, the most frequent first; read from the index of signals alone. */
export function countActions(database: Database): { action: string; count: number }[] {
  return distinctSignalTexts(database, 'action', mostActions)
    .map((action) => ({ action, count: numberOf(database, countActionSql, action) }))
    .toSorted((one, other) => other.count - one.count || one.action.localeCompare(other.action, 'en'));
}

/** Value by value: grouped, SQLite would read the table as well. Exported for the test of its query plan. */
export const countActionSql = `
SELECT count(*) FROM signals INDEXED BY signals_by_name
WHERE name = 'action' AND number IS NULL AND substr(text, 1, 64) = ?`;

/** Rejected rows of each source by reason. */
export interface RejectCount {
  readonly sourceSeq: number;
  readonly reason: string;
  readonly count: number;
}

export function countRejectsByReason(database: Database): RejectCount[] {
  return rowsOf<RejectCount>(database, countRejectsSql).all();
}

/** Exported for the test of its query plan. */
export const countRejectsSql = `
SELECT source_seq AS sourceSeq, reason, count(*) AS count FROM rejects INDEXED BY rejects_by_reason
GROUP BY source_seq, reason`;

/** Interactions that have a session, and those that have a user; each is one pass over an index of them alone. */
export function countSessionsAndUsers(database: Database): { withSession: number; withUser: number } {
  return {
    withSession: numberOf(database, countWithSessionSql),
    withUser: numberOf(database, countWithUserSql),
  };
}

/** Exported for the test of their query plans. */
export const countWithSessionSql =
  'SELECT count(*) FROM interactions INDEXED BY interactions_by_session WHERE session IS NOT NULL';
export const countWithUserSql =
  'SELECT count(*) FROM interactions INDEXED BY interactions_by_user WHERE user IS NOT NULL';

export interface PeopleCounts {
  readonly edited: number;
  readonly labelled: number;
  /** Edited, or labelled, or both. */
  readonly either: number;
}

/** Interactions that people edited or labelled. */
export function countPeoplesWork(database: Database): PeopleCounts {
  const edited = numberOf(database, countEditedSql);
  const labelled = numberOf(database, countLabelledSql);
  return { edited, labelled, either: labelled + numberOf(database, countOnlyEditedSql) };
}

/** Exported for the test of their query plans. */
export const countOnlyEditedSql =
  'SELECT count(*) FROM interactions INDEXED BY interactions_by_labelled WHERE labelled = 0 AND edited = 1';
export const countLabelledSql =
  'SELECT count(*) FROM interactions INDEXED BY interactions_by_labelled WHERE labelled = 1';
const countEditedSql =
  'SELECT count(*) FROM interactions INDEXED BY interactions_by_labelled WHERE labelled IN (0, 1) AND edited = 1';

/** Failure modes that are neither merged into another nor retired. */
export function countStandingModes(database: Database): number {
  return numberOf(database, `SELECT count(*) FROM failure_modes WHERE ${stands}`);
}

/** Interactions of which a signal has this very value, from kept counts. */
export function countSignalValue(database: Database, signal: string, value: number): number {
  return numberOf(database, countSignalValueSql, signal, value);
}

/** One step along the index for each cell. Exported for the test of its query plan. */
export const countSignalValueSql = `
SELECT coalesce(sum(n.count), 0) FROM signal_cells AS c
CROSS JOIN signal_counts AS n ON n.cell_seq = c.seq AND n.signal = ? AND n.value = ?`;
