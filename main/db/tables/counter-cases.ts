import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** An edited interaction that has a failure mode. */
export interface CounterCase {
  readonly seq: number;
  readonly modeSeq: number;
  readonly modeId: string;
  readonly name: string;
  readonly definition: string;
  /** Whether a person said so of the change itself, not of its cluster. */
  readonly isSaid: 0 | 1;
}

/** Every one, by failure mode; being the nearest mode is no such case. Reads an index per failure mode. */
export function counterCases(database: Database): CounterCase[] {
  return rowsOf<CounterCase>(database, counterCasesSql).all();
}

/** How many changes each of these interactions has. */
export function changesOf(database: Database, seqs: readonly number[]): ReadonlyMap<number, number> {
  const rows = rowsOf<{ seq: number; changes: number }>(database, changesOfSql).all(JSON.stringify(seqs));
  return new Map(rows.map(({ seq, changes }) => [seq, changes]));
}

/** Exported for the test of their query plans. */
export const counterCasesSql = `SELECT m.interaction_seq AS seq, f.seq AS modeSeq, f.id AS modeId, f.name, f.definition,
    max(m.how = 'person') AS isSaid
  FROM failure_modes AS given
  CROSS JOIN failure_modes AS f ON f.id = coalesce(given.merged_into, given.id) AND f.retired = 0
  CROSS JOIN change_modes AS m INDEXED BY change_modes_by_mode ON m.mode_seq = given.seq AND m.how <> 'near'
  CROSS JOIN interactions AS i ON i.seq = m.interaction_seq AND i.edited = 1
  GROUP BY f.seq, m.interaction_seq`;
export const changesOfSql = `SELECT c.interaction_seq AS seq, count(*) AS changes FROM json_each(?) AS page
  CROSS JOIN changes AS c INDEXED BY changes_by_interaction ON c.interaction_seq = page.value
  GROUP BY c.interaction_seq`;
