import { resolve } from 'node:path';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { corrupt, databaseFailure } from './database-failure.ts';
import { type Database, connect } from './database.ts';
import { migrateProject, versionOf } from './migrate.ts';
import { migrations, schemaVersion } from './migrations/registry.ts';
import { fileKindOf } from './project-file.ts';
import { lockProject } from './project-lock.ts';

export interface OpenFile {
  readonly path: string;
  readonly database: Database;
  readonly readOnly: boolean;
  readonly close: () => void;
}

/**
 * Opens a project in the order of the design: whose file is it, is it newer than the app, who writes to it, is it
 * whole, and only then what has to change. Nothing is written before the last question.
 *
 * PROJECT_NOT_FOUND, NOT_A_PROJECT, FILE_UNREADABLE, PROJECT_FROM_FUTURE, PROJECT_LOCKED, PROJECT_CORRUPT,
 * PROJECT_READ_ONLY (an older schema cannot be read without bringing it up to date), MIGRATION_FAILED, DISK_FULL.
 */
export function openProjectFile(
  givenPath: string,
  options: { readonly readOnly: boolean },
): Result<OpenFile> {
  const path = resolve(givenPath);
  const wrong = judgeFile(path);
  if (wrong) return wrong;
  try {
    const version = readVersion(path);
    if (version > schemaVersion) return fromFuture(path, version);
    if (options.readOnly) return openToRead(path, version);
    const lock = lockProject(path);
    if (!lock.ok) return lock;
    const opened = openToWrite(path, lock.value.release);
    if (!opened.ok) lock.value.release();
    return opened;
  } catch (error) {
    return failureOrThrow(error, path);
  }
}

function judgeFile(path: string): Result<never> | null {
  switch (fileKindOf(path)) {
    case 'project':
      return null;
    case 'missing':
      return fail('PROJECT_NOT_FOUND', `There is no file ${path}. Check the path, or create the project.`);
    case 'unreadable':
      return fail('FILE_UNREADABLE', `${path} cannot be read. Check its permissions.`);
    case 'damaged':
      return { ok: false, error: corrupt(path, 'its first bytes are not those of a project') };
    case 'other':
      return fail(
        'NOT_A_PROJECT',
        `${path} is not a Flywheel project. To bring data in, open or create a project and import the file.`,
      );
  }
}

function fromFuture(path: string, version: number): Result<never> {
  return fail(
    'PROJECT_FROM_FUTURE',
    `${path} was made by a newer version of Flywheel (schema ${version}, this one knows ${schemaVersion}). ` +
      'It was left as it is. Install the newer version to open it.',
  );
}

function openToRead(path: string, version: number): Result<OpenFile> {
  if (version < schemaVersion) {
    return fail(
      'PROJECT_READ_ONLY',
      `${path} was made by an older version of Flywheel and has to be brought up to date. Open it once for writing.`,
    );
  }
  const database = connect(path, { readOnly: true });
  return succeed({ path, database, readOnly: true, close: () => database.close() });
}

function openToWrite(path: string, release: () => void): Result<OpenFile> {
  let database: Database | null = null;
  try {
    database = connect(path);
    // Jobs copy the log back into the file; a label should not have to wait for the pages of an import.
    database.pragma('wal_autocheckpoint = 10000');
    const migrated = migrateProject(database, path, migrations);
    if (!migrated.ok) {
      database.close();
      return migrated;
    }
  } catch (error) {
    database?.close();
    return failureOrThrow(error, path);
  }
  const open = database;
  return succeed({ path, database: open, readOnly: false, close: () => closeWritten(open, release) });
}

function closeWritten(database: Database, release: () => void): void {
  try {
    database.pragma('optimize');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
    release();
  }
}

/** Through a read-only connection, because the newest version may still be in the write-ahead log. */
function readVersion(path: string): number {
  const database = connect(path, { readOnly: true });
  try {
    return versionOf(database);
  } finally {
    database.close();
  }
}

function failureOrThrow(error: unknown, path: string): Result<never> {
  const failure = databaseFailure(error, path);
  if (!failure) throw error;
  return { ok: false, error: failure };
}
