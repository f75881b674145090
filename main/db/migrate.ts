import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { writeBackup } from './backup.ts';
import { corrupt } from './database-failure.ts';
import type { Database } from './database.ts';
import type { Migration } from './migrations/migration.ts';
import { applicationId, backupPath } from './project-file.ts';

/**
 * Brings an older project to the newest schema: quick check, verified backup, then all steps and the new version
 * in one transaction. MIGRATION_FAILED leaves the file as it was and names the backup.
 */
export function migrateProject(
  database: Database,
  path: string,
  migrations: readonly Migration[],
): Result<null> {
  const from = versionOf(database);
  if (migrations.every((migration) => migration.version <= from)) return succeed(null);
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') return { ok: false, error: corrupt(path, String(found)) };
  const backup = backupPath(path, from, new Date());
  mkdirSync(dirname(backup), { recursive: true });
  const written = writeBackup(database, backup);
  if (!written.ok) return written;
  try {
    applyMigrations(database, migrations);
    return succeed(null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      'MIGRATION_FAILED',
      `${path} could not be brought to this version of Flywheel (${reason}). It was left as it is, ` +
        `and a backup was made: ${backup}. Open it with the version of Flywheel that made it.`,
    );
  }
}

/** Runs every step that is newer than the file, together with the new version, in one transaction. Throws on failure. */
export function applyMigrations(database: Database, migrations: readonly Migration[]): void {
  const from = versionOf(database);
  const pending = migrations.filter((migration) => migration.version > from);
  const last = pending.at(-1);
  if (!last) return;
  // Rebuilding a table drops the old one, which must not cascade; the check before the commit replaces this guard.
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        for (const migration of pending) database.exec(migration.sql);
        const broken = Number(
          database.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get(),
        );
        if (broken > 0) throw new Error(`${broken} rows would point to rows that are not there`);
        database.pragma(`application_id = ${applicationId}`);
        database.pragma(`user_version = ${last.version}`);
      })
      .exclusive();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
