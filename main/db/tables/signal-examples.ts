import { isQuiet } from '../../../shared/domain/signals/is-quiet.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

export interface SignalExample {
  readonly seq: number;
  /** 1 where it has a value of the signal that tells something. */
  readonly has: 0 | 1;
}

/** A page of the interactions of a cell in the order of their import, with whether each has a value of the signal that tells something. */
export function signalExampleReader(
  database: Database,
  signal: string,
): (cellSeq: number, after: number, limit: number) => SignalExample[] {
  const query = rowsOf<SignalExample>(database, signalExamplesSql);
  // Names of outcomes may hold any sign; in a path of JSON they stand in quotes.
  const path = `$.${JSON.stringify(signal)}`;
  const quiet = isQuiet(signal, 0) ? 1 : 0;
  return (cellSeq, after, limit) => query.all(path, quiet, path, cellSeq, after, limit);
}

/** Exported for the test of its query plan. */
export const signalExamplesSql = `
SELECT interaction_seq AS seq, json_extract(body, ?) IS NOT NULL AND NOT (? = 1 AND json_extract(body, ?) = 0) AS has
FROM signal_values INDEXED BY signal_values_by_cell
WHERE cell_seq = ? AND interaction_seq > ? ORDER BY interaction_seq LIMIT ?`;
