import { z } from 'zod';
import { type Database, prepare } from './database.ts';

export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly rows: number;
}

export interface CheckOutcome {
  readonly rule: string;
  /** How many rows (or pages) the check looked at. */
  readonly looked: number;
  readonly problems: readonly Finding[];
}

/** SQLite's own full check: every page, index and constraint. Minutes on a project of many gigabytes. */
export function checkPages(database: Database): CheckOutcome {
  const rows = integrityRows.parse(database.pragma('integrity_check(100)'));
  const messages = rows.map((row) => row.integrity_check).filter((message) => message !== 'ok');
  return {
    rule: 'pages',
    looked: Number(database.pragma('page_count', { simple: true })),
    problems: messages.map((message) => ({ rule: 'pages', message, rows: 1 })),
  };
}

/** Rows that point to rows which are not there. */
export function checkReferences(database: Database): CheckOutcome {
  const broken = brokenRows.parse(database.pragma('foreign_key_check'));
  const byTable = Map.groupBy(broken, (row) => `${row.table} points to missing rows of ${row.parent}`);
  return {
    rule: 'references',
    looked: countReferences(database),
    problems: [...byTable].map(([message, rows]) => ({ rule: 'references', message, rows: rows.length })),
  };
}

const integrityRows = z.array(z.object({ integrity_check: z.string() }));
const brokenRows = z.array(z.object({ table: z.string(), parent: z.string() }));
const tableRows = z.array(z.object({ name: z.string() }));

function countReferences(database: Database): number {
  const tables = tableRows.parse(
    prepare(
      database,
      `SELECT DISTINCT t.name FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) WHERE t.type = 'table'`,
    ).all(),
  );
  return tables.reduce((sum, { name }) => {
    const rows = database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get();
    return sum + Number(rows);
  }, 0);
}
