import BetterSqlite3 from 'better-sqlite3';
import { type Failure, fail } from '../../shared/result/result.ts';
import { newestBackup } from './project-file.ts';

/**
 * The failure a person can act on behind an error of SQLite or of the file system, or null where it is a bug.
 * @param path the project the error came from
 */
export function databaseFailure(error: unknown, path: string): Failure | null {
  const code = codeOf(error);
  if (code === null) return null;
  const found = error instanceof Error ? error.message : code;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return corrupt(path, found);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return failure('DISK_FULL', `The disk that holds ${path} is full. Free some space, then try again.`);
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') {
    return failure(
      'PROJECT_LOCKED',
      `Another program is writing to ${path}. Close it there, or try again in a moment.`,
    );
  }
  if (code === 'SQLITE_READONLY' || code.startsWith('SQLITE_READONLY_')) {
    return failure(
      'FILE_NOT_WRITABLE',
      `${path} cannot be written to. Check its permissions and its folder's.`,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return failure(
      'FILE_UNREADABLE',
      `The disk did not answer while ${path} was used (${found}). Check the disk, then open the project again.`,
    );
  }
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_CANTOPEN_')) {
    return failure('FILE_UNREADABLE', `${path} cannot be opened. Check its permissions and its folder's.`);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return failure('FILE_NOT_WRITABLE', `${path} cannot be written to. Check the permissions of its folder.`);
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return failure(
      'FILE_NOT_WRITABLE',
      `The folder of ${path} is not there. Make it first, or choose another.`,
    );
  }
  return null;
}

/** PROJECT_CORRUPT: what was found and where the newest backup is. Nothing is ever deleted or replaced. */
export function corrupt(path: string, found: string): Failure {
  const backup = newestBackup(path);
  const way = backup
    ? `To go on, move the file aside and open a copy of the newest backup: ${backup}`
    : 'No backup of it was found beside it. Move the file aside and keep it: parts of it can often be read.';
  return failure('PROJECT_CORRUPT', `${path} is damaged (${found}). It was left as it is. ${way}`);
}

function failure(code: Failure['code'], message: string): Failure {
  return fail(code, message).error;
}

function codeOf(error: unknown): string | null {
  if (error instanceof BetterSqlite3.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return null;
}
