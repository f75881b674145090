import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** "FLYW": marks a SQLite file as a Flywheel project (https://sqlite.org/fileformat.html, offset 68). */
export const applicationId = 0x464c5957;

export const projectExtension = '.flywheel';

export type FileKind = 'missing' | 'unreadable' | 'other' | 'project' | 'damaged';

/** What a path holds, judged by the file's first 100 bytes; opens no database and writes nothing. */
export function fileKindOf(path: string): FileKind {
  if (!existsSync(path)) return 'missing';
  const header = Buffer.alloc(100);
  try {
    if (!statSync(path).isFile()) return 'other';
    const file = openSync(path, 'r');
    try {
      readSync(file, header, 0, header.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return 'unreadable';
  }
  const isSqlite = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  const isOurs = header.readUInt32BE(68) === applicationId;
  if (isSqlite) return isOurs ? 'project' : 'other';
  // A project whose first page was overwritten: our mark or our backups say that it was one.
  return isOurs || (path.endsWith(projectExtension) && newestBackup(path)) ? 'damaged' : 'other';
}

/** `<folder>/backups/<name>-v<from>-<time>.flywheel`; the time is UTC and sorts as text. */
export function backupPath(path: string, fromVersion: number, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').replace('.', '');
  return join(backupFolder(path), `${nameOf(path)}-v${fromVersion}-${stamp}${projectExtension}`);
}

/** The youngest backup made of this project, or null. */
export function newestBackup(path: string): string | null {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return null;
  const prefix = `${nameOf(path)}-v`;
  const candidates = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^\d+-\d{8}T\d+Z\.flywheel$/.test(name.slice(prefix.length)))
    .map((name) => ({ name, time: name.slice(name.lastIndexOf('-') + 1) }))
    .toSorted((a, b) => (a.time < b.time ? 1 : -1));
  const newest = candidates[0];
  return newest ? join(folder, newest.name) : null;
}

/** The file's name without folder and extension. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.flywheel$/, '');
}

function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}
