import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { createId } from './create-id.ts';
import { databaseFailure } from './database-failure.ts';
import { type Database, connect } from './database.ts';

export interface Backup {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes a complete copy of an open project, also while it is being written to. The copy is made under another
 * name, opened, checked and flushed to disk before it gets its own: what bears the name is a whole project.
 * FILE_EXISTS where the path is taken; DISK_FULL, FILE_NOT_WRITABLE.
 */
export function writeBackup(database: Database, path: string): Result<Backup> {
  if (existsSync(path)) {
    return fail('FILE_EXISTS', `${path} is there already. Choose another name for the backup.`);
  }
  const temporary = `${path}.${createId()}.part`;
  try {
    database.prepare('VACUUM INTO ?').run(temporary);
    const found = checkCopy(temporary, versionAndMark(database));
    if (found !== null)
      return fail('FILE_NOT_WRITABLE', `The backup ${path} could not be verified (${found}).`);
    flush(temporary);
    renameSync(temporary, path);
    flushFolder(dirname(path));
    return succeed({ path, bytes: statSync(path).size });
  } catch (error) {
    const failure = databaseFailure(error, path);
    if (!failure) throw error;
    return { ok: false, error: failure };
  } finally {
    for (const leftover of [temporary, `${temporary}-journal`]) rmSync(leftover, { force: true });
  }
}

/** Waits until a file's content is on the disk itself. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same for a folder's entries, which a rename changes. Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function checkCopy(path: string, expected: string): string | null {
  const copy = connect(path, { readOnly: true });
  try {
    const found = copy.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') return String(found);
    return versionAndMark(copy) === expected ? null : 'its version is another one';
  } finally {
    copy.close();
  }
}

function versionAndMark(database: Database): string {
  const values = ['application_id', 'user_version'].map((name) => database.pragma(name, { simple: true }));
  return values.join(' ');
}
