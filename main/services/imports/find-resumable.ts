import { resolve } from 'node:path';
import type { Database } from '../../db/database.ts';
import { findInterrupted } from '../../db/tables/sources.ts';
import { fileStamp } from '../../files/file-stamp.ts';

/** The id of the newest import of this very file that was cut off, or null: nothing, or another file by now, to go on with. */
export async function findResumable(database: Database, path: string): Promise<string | null> {
  const stamp = await fileStamp(path);
  if (stamp === null) return null;
  return (
    findInterrupted(database, resolve(path), stamp)?.id ?? findInterrupted(database, path, stamp)?.id ?? null
  );
}
