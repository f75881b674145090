import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import type { Database } from '../../db/database.ts';
import { readSnapshots } from '../../db/tables/snapshots.ts';

/** All exports, the newest first. */
export function snapshots(database: Database): Snapshot[] {
  return readSnapshots(database).map(({ id, createdAt, path, manifest }) => ({
    id,
    createdAt,
    path,
    manifest,
  }));
}
