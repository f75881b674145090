import { join, dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SnapshotState } from '../../../shared/contract/snapshot-operations.ts';
import { fail, type Result } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { beginFreeze, endFreeze, insertFrozenRow } from '../../db/tables/frozen-rows.ts';
import { inputReader } from '../../db/tables/snapshot-rows.ts';
import type { StoredSnapshot } from '../../db/tables/snapshots.ts';
import { hashFile } from '../../files/hash-file.ts';
import { inputHash } from '../exports/split-groups.ts';
import { findSnapshot, snapshotState } from './list-snapshots.ts';
import { openLineage, pagesOfRows } from './read-lineage.ts';

/** Rows that are written at once: a few milliseconds of work. */
const rowsPerStep = 100;

/**
 * Sets the test rows of a snapshot aside for ever, or its validation rows where it has no test set: later exports leave
 * them out of training, and so do they leave out other interactions with the same input. One that is frozen stays as it is.
 * SNAPSHOT_NOT_FOUND, INPUT_INVALID where nothing is held out, and what `openLineage` fails with.
 */
export async function freezeSnapshot(
  database: Database,
  id: string,
  now: number,
): Promise<Result<SnapshotState>> {
  const found = findSnapshot(database, id);
  if (!found.ok) return found;
  const snapshot = found.value;
  if (snapshot.frozenAt !== null) return snapshotState(database, id);
  const { test = 0, validation } = snapshot.manifest.counts;
  if (test + validation === 0) {
    return fail(
      'INPUT_INVALID',
      'The snapshot holds no test rows and no validation rows that could be frozen. Export again with a share for one.',
    );
  }
  const lineage = openLineage(snapshot);
  if (!lineage.ok) return lineage;
  if (await isLineageChanged(snapshot)) {
    return fail(
      'FILE_UNREADABLE',
      'The lineage of the snapshot was changed, so that its test rows are not known. Put it back from a copy, or export again.',
    );
  }
  const part = test > 0 ? 'test' : 'validation';
  const readInputs = inputReader(database);
  transact(database, () => beginFreeze(database, snapshot.seq));
  for (const page of pagesOfRows(lineage.value(), rowsPerStep)) {
    const ids = new Set(page.filter((row) => row.part === part).map(({ interaction }) => interaction));
    const inputs = readInputs([...ids]);
    transact(database, () => {
      for (const one of ids)
        insertFrozenRow(database, snapshot.seq, { id: one, inputHash: inputHash(inputs.get(one) ?? []) });
    });
    await setImmediate();
  }
  transact(database, () => endFreeze(database, snapshot.seq, now));
  return snapshotState(database, id);
}

async function isLineageChanged({ path, manifest: { lineage } }: StoredSnapshot): Promise<boolean> {
  return lineage !== undefined && (await hashFile(join(dirname(path), lineage.name))) !== lineage.sha256;
}
