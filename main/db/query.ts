import type BetterSqlite3 from 'better-sqlite3';
import { type Database, prepare } from './database.ts';

/**
 * Statements whose rows are trusted to be what their SQL says, for paths where parsing every row would cost more than
 * reading it, and for single values. Elsewhere rows go through zod.
 */
export type Query<Row> = BetterSqlite3.Statement<unknown[], Row>;

/** Reads rows of these columns. */
export function rowsOf<Row>(database: Database, sql: string): Query<Row> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place; the SQL stands beside the type
  return prepare(database, sql) as Query<Row>;
}

/** Reads the first column. */
export function valuesOf<Value extends number | string>(database: Database, sql: string): Query<Value> {
  return rowsOf<Value>(database, sql).pluck();
}

/** The number that a query with exactly one row yields, such as a count. */
export function numberOf(database: Database, sql: string, ...parameters: readonly unknown[]): number {
  return valuesOf<number>(database, sql).get(...parameters) ?? 0;
}
