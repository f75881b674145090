import type { Database } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

export interface SignalTotal {
  readonly signal: string;
  readonly value: number;
  readonly count: number;
}

/** How often each value of each signal was seen in all cells together. */
export function readSignalTotals(database: Database): SignalTotal[] {
  return rowsOf<SignalTotal>(
    database,
    'SELECT signal, value, sum(count) AS count FROM signal_counts GROUP BY signal, value',
  ).all();
}

/** Exported for the tests of their query plans. */
export const countNamedSql = 'SELECT count(*) FROM signals INDEXED BY signals_by_name WHERE name = ?';
export const kindNamedSql = 'SELECT kind FROM signals INDEXED BY signals_by_name WHERE name = ? LIMIT 1';

/** How many signals of the log have this name. */
export function countNamed(database: Database, name: string): number {
  return numberOf(database, countNamedSql, name);
}

/** The kind of one of them; seldom has a name several. */
export function kindNamed(database: Database, name: string): string {
  return valuesOf<string>(database, kindNamedSql).get(name) ?? '';
}
