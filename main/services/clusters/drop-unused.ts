import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import { deleteRowsOfOldRuns } from '../../db/tables/change-clusters.ts';
import { deleteUnusedVectors } from '../../db/tables/change-vectors.ts';
import { timedTransaction } from '../imports/timed-transactions.ts';

const deletedAtOnce = 500;

/** Deletes what runs and models that are no more have left behind, in slices. */
export async function dropUnused(database: Database, keptModel: number): Promise<void> {
  while (timedTransaction(database, () => deleteRowsOfOldRuns(database, deletedAtOnce) > 0))
    await setImmediate();
  while (timedTransaction(database, () => deleteUnusedVectors(database, keptModel, deletedAtOnce) > 0))
    await setImmediate();
}
