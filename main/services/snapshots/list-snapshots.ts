import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import type { SnapshotState } from '../../../shared/contract/snapshot-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSnapshots, type StoredSnapshot } from '../../db/tables/snapshots.ts';
import { createDamageCheck } from './damaged-files.ts';

/** All snapshots, the newest first, with what became of their files. */
export function listSnapshotStates(database: Database): SnapshotState[] {
  const damagedOf = createDamageCheck();
  return readSnapshots(database).map((snapshot) => {
    const { id, createdAt, path, manifest, frozenAt, recipeName, recipeVersion } = snapshot;
    const damaged = damagedOf(snapshot);
    return { id, createdAt, path, manifest, frozenAt, recipeName, recipeVersion, damaged };
  });
}

/** SNAPSHOT_NOT_FOUND. */
export function snapshotState(database: Database, id: Snapshot['id']): Result<SnapshotState> {
  return orNotFound(listSnapshotStates(database).find((snapshot) => snapshot.id === id));
}

/** SNAPSHOT_NOT_FOUND. */
export function findSnapshot(database: Database, id: Snapshot['id']): Result<StoredSnapshot> {
  return orNotFound(readSnapshots(database).find((snapshot) => snapshot.id === id));
}

function orNotFound<T>(found: T | undefined): Result<T> {
  return found === undefined
    ? fail('SNAPSHOT_NOT_FOUND', 'The project has no such snapshot. Reload the list of snapshots.')
    : succeed(found);
}
