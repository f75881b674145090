import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { listForeignTables, openForeignTable } from './read-foreign-table.ts';
import { applicationId } from './project-file.ts';

function make(sql: string, name = 'logs.db'): string {
  const path = join(useTempFolder(), name);
  const database = new BetterSqlite3(path);
  database.exec(sql);
  database.close();
  return path;
}

function readAll(path: string, table: string) {
  const opened = openForeignTable(path, table);
  if (!opened.ok) throw new Error(opened.error.message);
  const rows = [...opened.value.rows];
  opened.value.close();
  return { ...opened.value, rows, damage: opened.value.damage() };
}

const logs = `
  CREATE TABLE _migrations (id INTEGER PRIMARY KEY, name TEXT);
  INSERT INTO _migrations VALUES (1, 'first'), (2, 'second'), (3, 'third'), (4, 'fourth');
  CREATE TABLE responses (id TEXT PRIMARY KEY, prompt TEXT, response TEXT, tokens INTEGER);
  INSERT INTO responses VALUES ('a', 'What is it?', 'A long answer to the question.', 7), ('b', 'And?', NULL, NULL);
  CREATE TABLE unused (id INTEGER, text TEXT);`;

describe('listForeignTables', () => {
  it('names the tables with rows, the one with most text first', () => {
    const listed = listForeignTables(make(logs));
    expect(listed).toEqual({ ok: true, value: ['responses', '_migrations'] });
  });

  it('leaves out what is computed or kept by a module: views, virtual tables and their shadows', () => {
    const path = make(`${logs}
      CREATE VIEW everything AS SELECT * FROM responses, responses, responses;
      CREATE VIRTUAL TABLE words USING fts5(text);
      INSERT INTO words VALUES ('a very long text that is not a row of its own, '), ('as the table is virtual');`);
    expect(listForeignTables(path)).toEqual({ ok: true, value: ['responses', '_migrations'] });
    expect(openForeignTable(path, 'everything')).toMatchObject({ ok: false });
    expect(openForeignTable(path, 'words')).toMatchObject({ ok: false });
    expect(openForeignTable(path, 'sqlite_schema')).toMatchObject({ ok: false });
  });

  it('refuses a project of ours', () => {
    const path = make(`${logs} PRAGMA application_id = ${applicationId};`, 'mine.flywheel');
    expect(listForeignTables(path)).toEqual({
      ok: false,
      error: {
        code: 'FORMAT_NOT_SUPPORTED',
        message: 'mine.flywheel is a Flywheel project. Open it instead of importing it.',
      },
    });
  });

  it('fails with a sentence where the file is damaged', () => {
    const path = make(logs);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 100, 4000));
    const listed = listForeignTables(path);
    expect(listed.ok ? '' : listed.error.message).toMatch(/^logs\.db is a damaged SQLite database \(/);
    writeFileSync(path, 'SQLite format 3\0 and nothing more');
    expect(listForeignTables(path)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } });
  });
});

describe('openForeignTable', () => {
  it('reads the rows in order, with every digit of whole numbers', () => {
    const path = make(`CREATE TABLE t (n INTEGER, r REAL, b BLOB, s TEXT);
      INSERT INTO t VALUES (9007199254740993, 0.5, x'ff00', 'é'), (NULL, NULL, NULL, NULL);`);
    const { columns, rowCount, rows, damage } = readAll(path, 't');
    expect([columns, rowCount, damage]).toEqual([['n', 'r', 'b', 's'], 2, null]);
    expect(rows).toEqual([
      [9007199254740993n, 0.5, Buffer.from([0xff, 0]), 'é'],
      [null, null, null, null],
    ]);
  });

  it('takes names for names, whatever they hold', () => {
    const path = make(`CREATE TABLE "a""; DROP TABLE b; --" ("x"" y" TEXT, "__proto__" TEXT);
      INSERT INTO "a""; DROP TABLE b; --" VALUES ('1', '2');
      CREATE TABLE b (z TEXT); INSERT INTO b VALUES ('3');`);
    const { columns, rows } = readAll(path, 'a"; DROP TABLE b; --');
    expect([columns, rows]).toEqual([['x" y', '__proto__'], [['1', '2']]]);
    expect(readAll(path, 'b').rows).toEqual([['3']]);
  });

  it('evaluates nothing that the file says, and keeps what it has stored', () => {
    const path = make(`CREATE TABLE t (
        a TEXT,
        stored TEXT GENERATED ALWAYS AS (upper(a)) STORED,
        computed TEXT GENERATED ALWAYS AS (lower(a)) VIRTUAL);
      INSERT INTO t (a) VALUES ('x');`);
    const { columns, rows } = readAll(path, 't');
    expect([columns, rows]).toEqual([['a', 'stored'], [['x', 'X']]]);
  });

  it('writes nothing: not to the file, and none beside it', () => {
    const path = make(logs);
    const before = readFileSync(path);
    chmodSync(path, 0o444);
    readAll(path, 'responses');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect([existsSync(`${path}-wal`), existsSync(`${path}-journal`)]).toEqual([false, false]);
  });

  it('reads what is still in the write-ahead log of a program that runs', () => {
    const path = make(logs);
    const other = new BetterSqlite3(path);
    other.pragma('journal_mode = WAL');
    other.exec(`INSERT INTO responses VALUES ('c', 'p', 'r', 1)`);
    expect(readAll(path, 'responses').rows).toHaveLength(3);
    other.close();
  });

  it('keeps the rows before a damaged page, and says why they end', () => {
    const values = Array.from({ length: 3000 }, (_, id) => `(${id}, '${'x'.repeat(100)}')`).join();
    const path = make(`CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO t VALUES ${values};`);
    const bytes = readFileSync(path);
    bytes.fill(0xff, Math.floor(bytes.length * 0.6), Math.floor(bytes.length * 0.6) + 9000);
    writeFileSync(path, bytes);
    expect(listForeignTables(path)).toEqual({ ok: true, value: ['t'] });
    const opened = openForeignTable(path, 't');
    if (!opened.ok) throw new Error(opened.error.message);
    const rows = [...opened.value.rows];
    opened.value.close();
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.length).toBeLessThan(3000);
    expect(opened.value.damage()).toMatch(/damaged SQLite database/);
  });
});
