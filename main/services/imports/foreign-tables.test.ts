import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { detectFile } from '../../files/detect-file.ts';
import { readWhole } from '../../files/test-files.ts';
import { foreignTables } from './foreign-tables.ts';

function makeLogs(rows: number): string {
  const path = join(useTempFolder(), 'named-wrong.jsonl');
  const database = new BetterSqlite3(path);
  database.exec(
    'CREATE TABLE small (name TEXT); CREATE TABLE responses (id INTEGER, response TEXT, raw BLOB)',
  );
  database.exec(`INSERT INTO small VALUES ('one')`);
  const insert = database.prepare('INSERT INTO responses VALUES (?, ?, ?)');
  for (let id = 0; id < rows; id += 1) insert.run(id, `answer ${id}`, Buffer.from([0xff, id % 256]));
  database.close();
  return path;
}

const tables = foreignTables;

describe('an SQLite database', () => {
  it('is known by its content; its largest table is read row by row', async () => {
    const { shape, rows, rejects } = await readWhole(makeLogs(1200), { tables });
    expect(shape).toMatchObject({
      format: 'sqlite',
      member: 'responses',
      members: ['responses', 'small'],
      columns: ['id', 'response', 'raw'],
    });
    expect(rows.map(({ value }) => value['id'])).toEqual(Array.from({ length: 1200 }, (_, id) => id));
    expect(rows[3]).toEqual({
      line: 4,
      byteOffset: 3,
      value: { id: 3, response: 'answer 3', raw: '/wM=' },
      raw: '{"id":3,"response":"answer 3","raw":"/wM="}',
    });
    expect(rejects).toEqual([]);
  });

  it('gives the table that a person names', async () => {
    const path = makeLogs(3);
    const shape = await detectFile(path, undefined, { tables, member: 'small' });
    expect(shape).toMatchObject({ ok: true, value: { member: 'small', columns: ['name'] } });
    const absent = await detectFile(path, 'sqlite', { tables, member: 'absent' });
    expect(absent.ok ? '' : absent.error.message).toContain('has no table absent');
  });

  it('fails with a sentence where no table has rows, and where nothing can read tables', async () => {
    const path = join(useTempFolder(), 'empty.db');
    new BetterSqlite3(path).exec('CREATE TABLE t (a TEXT)').close();
    expect(await detectFile(path, undefined, { tables })).toMatchObject({
      ok: false,
      error: { code: 'FORMAT_UNKNOWN', message: 'No table of empty.db holds rows. Choose another file.' },
    });
    expect(await detectFile(path)).toMatchObject({ ok: false, error: { code: 'FORMAT_NOT_SUPPORTED' } });
  });
});
