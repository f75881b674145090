import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { fail, succeed, type Failure, type Result } from '../../shared/result/result.ts';
import { connect, type Database } from './database.ts';
import { fileKindOf } from './project-file.ts';

/** One table of a database that is not ours. */
export interface ForeignTable {
  readonly columns: readonly string[];
  /** For progress; 0 where it is not known. */
  readonly rowCount: number;
  /** Cells in the order of `columns`: null, number, bigint, text or bytes. */
  readonly rows: Iterable<readonly unknown[]>;
  /** Why the rows ended early, or null. Known after the last row. */
  readonly damage: () => string | null;
  readonly close: () => void;
}

/**
 * Names of the tables of a foreign database that hold rows, the one with most text first: logs are where the text is.
 * FORMAT_NOT_SUPPORTED for a project of ours, FILE_UNREADABLE.
 */
export function listForeignTables(path: string): Result<readonly string[]> {
  return withForeign(path, (database) => {
    const tables = tableNames(database)
      .map((name) => ({ name, text: estimateText(database, name) }))
      .filter(({ text }) => text > 0)
      .toSorted((a, b) => b.text - a.text);
    database.close();
    return succeed(tables.map(({ name }) => name));
  });
}

/** Opens one table for reading from its first row to its last, on one state of the database. */
export function openForeignTable(path: string, table: string): Result<ForeignTable> {
  return withForeign(path, (database) => {
    if (!tableNames(database).includes(table)) {
      database.close();
      return fail('FILE_UNREADABLE', `${basename(path)} has no table ${table}. Choose one of its tables.`);
    }
    const columns = storedColumns(database, table);
    const rowCount = countRows(database, table);
    let damage: string | null = null;
    function* rows(): Generator<readonly unknown[]> {
      try {
        yield* selectCells(database, table, columns);
      } catch (error) {
        damage = foreignFailure(error, path).message;
      }
    }
    return succeed({ columns, rowCount, rows: rows(), damage: () => damage, close: () => database.close() });
  });
}

/** Opens the file so that nothing in it can act: only reading, and no function or virtual table of its schema trusted. */
function withForeign<T>(path: string, work: (database: Database) => Result<T>): Result<T> {
  if (fileKindOf(path) === 'project') {
    return fail(
      'FORMAT_NOT_SUPPORTED',
      `${basename(path)} is a Flywheel project. Open it instead of importing it.`,
    );
  }
  let database: Database | undefined;
  try {
    database = connect(path, { readOnly: true });
    database.pragma('query_only = ON');
    database.pragma('cell_size_check = ON');
    return work(database);
  } catch (error) {
    database?.close();
    return { ok: false, error: foreignFailure(error, path) };
  }
}

const maxTables = 500;

/** Plain tables only: reading views and virtual tables would run what the file says. */
function tableNames(database: Database): readonly string[] {
  const names = database
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY name LIMIT ?`,
    )
    .pluck()
    .all(maxTables);
  return z.array(z.string()).parse(names);
}

/** Without columns that are computed when they are read. */
function storedColumns(database: Database, table: string): readonly string[] {
  const names = database
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden IN (0, 3) ORDER BY cid')
    .pluck()
    .all(table);
  return z.array(z.string()).parse(names);
}

/** 0 where damage keeps them from being counted: those before it can be read all the same. */
function countRows(database: Database, table: string): number {
  try {
    const count = database.prepare(`SELECT count(*) FROM main.${quoted(table)}`);
    return z.int().parse(count.pluck().get());
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return 0;
    throw error;
  }
}

const estimatedRows = 50;

/** Characters of text in a table, as its first rows tell; 0 where it has no rows or they cannot be read. */
function estimateText(database: Database, table: string): number {
  try {
    let rows = 0;
    let text = 0;
    for (const cells of selectCells(database, table, storedColumns(database, table))) {
      for (const cell of cells) text += typeof cell === 'string' ? cell.length : 1;
      rows += 1;
      if (rows === estimatedRows) break;
    }
    return rows === 0 ? 0 : (text / rows) * Math.max(countRows(database, table), rows);
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return 0;
    throw error;
  }
}

function* selectCells(
  database: Database,
  table: string,
  columns: readonly string[],
): Generator<readonly unknown[]> {
  const list = columns.map(quoted).join(', ');
  const statement = database
    .prepare(`SELECT ${list} FROM main.${quoted(table)}`)
    .raw()
    .safeIntegers();
  for (const cells of statement.iterate()) if (Array.isArray(cells)) yield cells;
}

/** As an identifier, whatever it holds. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function foreignFailure(error: unknown, path: string): Failure {
  if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
  const name = basename(path);
  if (error.code.startsWith('SQLITE_BUSY')) {
    return unreadable(`Another program is writing to ${name}. Close it there, or import a copy of the file.`);
  }
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY')) {
    return unreadable(
      `${name} cannot be opened where it is. Copy it to a folder of yours and import the copy.`,
    );
  }
  return unreadable(`${name} is a damaged SQLite database (${error.message}). Get the file again.`);
}

function unreadable(message: string): Failure {
  return fail('FILE_UNREADABLE', message).error;
}
