import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { type Database, connect, connectNew } from './database.ts';
import { applyMigrations, migrateProject, versionOf } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations, schemaVersion } from './migrations/registry.ts';

/**
 * SHA-256 of each migration's SQL. What is released is in people's files: it never changes. A new migration gets a
 * new line here; a line that is there stays.
 */
const released: Readonly<Record<number, string>> = {
  10: '1463babd9335d1515671008f9a71221a4ad003329b3a7b7fa6f1b9752e6cfd8e',
  20: '995a26b94372fc8eb45972ba30fea24744a40069c7fc6792e6a16cdbc9559c56',
  30: '5966ccc6d3d16352c379317109af81ed2653c0db1493bdec0f5beb53618e48e9',
  40: '101913f2c4b6fe15430447c6fa0121c712d087e163b492fe655a6f6fcd0fb6a4',
  50: '856cdb381d1207032a1b2a418d3c09f7cdb8d3252753a05d6ea6bf9913f09e05',
  60: 'c4a9a7350a194a0fd0e92118c7cf2f89fdaf2eb3c2cf53bd6d98fd4f02957099',
  70: '53896d34c9e85ae8833edc3d28c4ca5e8768a9dded1a9d57a91476a6e401f5eb',
  80: 'ee9ffd5d12d651ce489152fee31736c8fbbb84ce26eed262281992c4435d8fea',
  90: 'c06d2a06a4dad232f8538ada3f33fd3da106c83730c5c2a57fe32cfa53fe3b2c',
  100: '87fac46f60a596ce2ae327d807e5785f28225f92cd85cd10287169c5341ab332',
  110: 'd149d80ebc90e8da5694b3a28235a84998b384d23808be579d712b3e6e31f2ae',
};

/** A file brought to one version of the schema, as an app of that version left it. */
function updateToVersion(version: number, path = join(useTempFolder(), 'p.flywheel')): Database {
  const database = existsSync(path) ? connect(path) : connectNew(path);
  onTestFinished(() => void database.close());
  applyMigrations(
    database,
    migrations.filter((migration) => migration.version <= version),
  );
  return database;
}

function schemaOf(database: Database): unknown[] {
  return database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
}

function backupsOf(database: Database): string[] {
  const folder = join(dirname(database.name), 'backups');
  return existsSync(folder) ? readdirSync(folder) : [];
}

const addsTable: Migration = {
  version: schemaVersion + 10,
  name: 'adds a table',
  sql: 'CREATE TABLE later (x INTEGER) STRICT; INSERT INTO later VALUES (1);',
};

describe('migrations', () => {
  it('are in order, by tens, with names', () => {
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => (index + 1) * 10));
  });

  it.each(migrations.map((migration) => [migration.version, migration] as const))(
    'version %i is as it was released',
    (version, migration) => {
      expect(createHash('sha256').update(migration.sql).digest('hex')).toBe(released[version]);
    },
  );

  it('give the same schema step by step as at once', () => {
    const path = join(useTempFolder(), 'p.flywheel');
    for (const { version } of migrations) updateToVersion(version, path);
    expect(schemaOf(connect(path))).toEqual(schemaOf(updateToVersion(schemaVersion)));
  });

  it('leave only strict tables', () => {
    const tables = updateToVersion(schemaVersion).pragma('table_list') as {
      name: string;
      type: string;
      strict: number;
    }[];
    const loose = tables.filter(
      ({ name, type, strict }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
});

describe('migrateProject', () => {
  it('does nothing to a file of this version', () => {
    const database = updateToVersion(schemaVersion);
    expect(migrateProject(database, database.name, migrations).ok).toBe(true);
    expect(backupsOf(database)).toEqual([]);
  });

  it('makes a backup of the old version that can be opened, then goes on', () => {
    const database = updateToVersion(schemaVersion);
    expect(migrateProject(database, database.name, [...migrations, addsTable])).toEqual({
      ok: true,
      value: null,
    });
    expect(versionOf(database)).toBe(addsTable.version);
    expect(database.prepare('SELECT x FROM later').pluck().get()).toBe(1);
    const [backup = '', ...others] = backupsOf(database);
    expect(others).toEqual([]);
    expect(backup).toMatch(new RegExp(`^p-v${schemaVersion}-\\d{8}T\\d{9}Z\\.flywheel$`));
    const copy = connect(join(dirname(database.name), 'backups', backup), { readOnly: true });
    expect(versionOf(copy)).toBe(schemaVersion);
    expect(schemaOf(copy)).toEqual(schemaOf(updateToVersion(schemaVersion)));
    copy.close();
  });

  it.each([
    ['a step that fails', 'CREATE TABLE half (x INTEGER) STRICT; CREATE TABLE project (x INTEGER) STRICT;'],
    [
      'rows that would point nowhere',
      `INSERT INTO signals (interaction_seq, source_seq, kind, name, number) VALUES (9, 9, 'explicit', 'x', 1);`,
    ],
  ])('undoes everything after %s and names the backup', (_, sql) => {
    const database = updateToVersion(schemaVersion);
    const before = schemaOf(database);
    const broken: Migration = { version: schemaVersion + 20, name: 'broken', sql };
    const result = migrateProject(database, database.name, [...migrations, addsTable, broken]);
    if (result.ok) throw new Error('It went through.');
    expect(result.error.code).toBe('MIGRATION_FAILED');
    expect(result.error.message).toContain(backupsOf(database)[0]);
    expect(versionOf(database)).toBe(schemaVersion);
    expect(schemaOf(database)).toEqual(before);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('does not touch a damaged file', () => {
    const path = join(useTempFolder(), 'p.flywheel');
    const whole = connectNew(path);
    applyMigrations(whole, migrations);
    const root = whole.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'signals'`).pluck().get();
    const pageSize = Number(whole.pragma('page_size', { simple: true }));
    whole.close();
    const content = readFileSync(path);
    content.fill(0xff, (Number(root) - 1) * pageSize, Number(root) * pageSize);
    writeFileSync(path, content);

    const database = connect(path);
    onTestFinished(() => void database.close());
    const result = migrateProject(database, path, [...migrations, addsTable]);
    expect(result).toMatchObject({ ok: false, error: { code: 'PROJECT_CORRUPT' } });
    expect(versionOf(database)).toBe(schemaVersion);
    expect(backupsOf(database)).toEqual([]);
    expect(readFileSync(database.name)).toEqual(content);
  });
});
