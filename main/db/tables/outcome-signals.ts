import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** An interaction as outcomes are followed by. */
export interface FollowedRow {
  readonly seq: number;
  readonly createdAt: number | null;
  /** Where its values are worked out. */
  readonly cellSeq: number | null;
}

export interface OutcomeRow {
  readonly interactionSeq: number;
  readonly name: string;
  readonly number: number | null;
  readonly text: string | null;
  readonly at: number | null;
}

/** Exported for the test of its query plan. Reads no wide row. */
export const followedRowsSql = `
SELECT i.seq, i.created_at AS createdAt, v.cell_seq AS cellSeq
FROM interactions AS i INDEXED BY interactions_in_order LEFT JOIN signal_values AS v ON v.interaction_seq = i.seq
WHERE i.seq > ? ORDER BY i.seq LIMIT ?`;

/** The next interactions in the order of import. */
export function followedRows(database: Database, after: number, limit: number): FollowedRow[] {
  return rowsOf<FollowedRow>(database, followedRowsSql).all(after, limit);
}

/** Exported for the test of its query plan. */
export const outcomeRowsSql = `
SELECT interaction_seq AS interactionSeq, name, number, text, at
FROM signals INDEXED BY signals_by_interaction
WHERE interaction_seq BETWEEN ? AND ? AND kind = 'outcome'`;

/** What is logged of outcomes of the interactions from one to another. */
export function outcomeRows(database: Database, first: number, last: number): OutcomeRow[] {
  return rowsOf<OutcomeRow>(database, outcomeRowsSql).all(first, last);
}
