import { resolve } from 'node:path';
import { succeed } from '../../../shared/result/result.ts';
import { writeBackup } from '../../db/backup.ts';
import type { JobWork } from '../job-context.ts';

/** Writes a verified copy of the project; reports its path and size. FILE_EXISTS, FILE_NOT_WRITABLE, DISK_FULL. */
export const runBackup: JobWork<{ readonly path: string }> = async (input, { database }) => {
  const written = writeBackup(database, resolve(input.path));
  return written.ok ? succeed({ ...written.value }) : written;
};
