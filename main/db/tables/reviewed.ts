import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** An interaction that somebody labelled, as a whole or in part, or named as an example of a failure mode or of none. */
export interface ReviewedRow {
  readonly seq: number;
  /** The first time; null where nobody knows. */
  readonly at: number | null;
}

/** The reviewed ones of a range of interactions, in import order. */
export function reviewedIn(database: Database, first: number, last: number): ReviewedRow[] {
  return rowsOf<ReviewedRow>(database, reviewedSql).all(first, last, first, last, first, last);
}

/** Exported for the test of its query plan. */
export const reviewedSql = `SELECT seq, min(at) AS at FROM (${[
  'labels INDEXED BY sqlite_autoindex_labels_1',
  'span_labels INDEXED BY sqlite_autoindex_span_labels_1',
  'failure_mode_members',
]
  .map((table) => `SELECT interaction_seq AS seq, at FROM ${table} WHERE interaction_seq BETWEEN ? AND ?`)
  .join(' UNION ALL ')}) GROUP BY seq ORDER BY seq`;

export interface ModeInUse {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
}

/** Failure modes that were not merged or retired, by name. */
export function listModesInUse(database: Database): ModeInUse[] {
  return rowsOf<ModeInUse>(
    database,
    'SELECT seq, id, name FROM failure_modes WHERE merged_into IS NULL AND retired = 0 ORDER BY name',
  ).all();
}
