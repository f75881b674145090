import { resolve } from 'node:path';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Backup, writeBackup } from '../../db/backup.ts';
import type { Database } from '../../db/database.ts';
import type { JobWork } from '../job-context.ts';

/** Writes a verified copy of the project. FILE_EXISTS, FILE_NOT_WRITABLE, DISK_FULL. */
export function backUpProject(database: Database, path: string): Result<Backup> {
  return writeBackup(database, resolve(path));
}

/** The same as a job, whose result is the backup's path and size. */
export const runBackup: JobWork<{ readonly path: string }> = async (input, { database }) => {
  const written = backUpProject(database, input.path);
  return written.ok ? succeed({ ...written.value }) : written;
};
