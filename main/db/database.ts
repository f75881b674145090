import BetterSqlite3 from 'better-sqlite3';
import { inTurn } from './write-turns.ts';

/**
 * The only door to better-sqlite3. A `Database` is one connection with the project's pragmas; statements are
 * prepared once per connection and SQL text.
 */
export type Database = BetterSqlite3.Database;
export type Statement = BetterSqlite3.Statement;

const statements = new WeakMap<Database, Map<string, Statement>>();

export interface ConnectOptions {
  readonly readOnly?: boolean;
}

/** Opens one connection to an existing file. Throws SQLite's own error where the file is none. */
export function connect(path: string, options: ConnectOptions = {}): Database {
  const database = new BetterSqlite3(path, { readonly: options.readOnly ?? false, fileMustExist: true });
  applyPragmas(database, options.readOnly ?? false);
  return database;
}

/** Makes a new, empty file with the project's page size and journal mode. Throws where the file exists and is no database. */
export function connectNew(path: string): Database {
  const database = new BetterSqlite3(path);
  database.pragma('page_size = 8192');
  applyPragmas(database, false);
  return database;
}

function applyPragmas(database: Database, readOnly: boolean): void {
  database.pragma('busy_timeout = 5000');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  if (readOnly) return;
  database.pragma('journal_mode = WAL');
  // FULL, not WAL's usual NORMAL: a label that the screen showed as saved survives a power cut.
  database.pragma('synchronous = FULL');
}

/** A statement prepared once for this connection. */
export function prepare(database: Database, sql: string): Statement {
  let bySql = statements.get(database);
  if (!bySql) statements.set(database, (bySql = new Map()));
  let statement = bySql.get(sql);
  if (!statement) bySql.set(sql, (statement = database.prepare(sql)));
  return statement;
}

/**
 * Runs `work` in one immediate transaction: it takes the write lock at once, so that a concurrent job's write is
 * waited for at the start and never fails half-way. `work` must be synchronous: code after an `await` would run,
 * and commit, outside of the transaction.
 */
export function transact<T>(database: Database, work: () => T): T {
  return inTurn(() => database.transaction(work).immediate());
}
