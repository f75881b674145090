import { setImmediate } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { someOfUser } from '../../db/tables/interactions.ts';
import { countForgotten, isImporting } from '../../db/tables/sources.ts';
import {
  completeRemoval,
  deleteUnused,
  type RemovedContent,
  removeInteractions,
} from './remove-interactions.ts';
import { timedTransaction } from './timed-transactions.ts';

/** Interactions that are deleted at once. */
const stepSize = 16;

/**
 * Deletes all interactions of a user with their edits, signals and labels, in short transactions; cut off, it goes on when it is asked
 * for again. Their imports count them as skipped. What people wrote about them stays in the journal, which nothing changes.
 *
 * @param users the user as stored: the id, and its pseudonym where the project has some
 * INPUT_INVALID where there is no such user, or while something is being imported.
 */
export async function forgetUser(
  database: Database,
  users: readonly string[],
): Promise<Result<RemovedContent>> {
  if (isImporting(database))
    return fail('INPUT_INVALID', 'Something is being imported. Wait until that has ended, then try again.');
  const removed = { interactions: 0, edits: 0, labels: 0 };
  for (const user of users) {
    const removeSome = (): boolean => {
      const rows = someOfUser(database, user, stepSize);
      removeInteractions(
        database,
        rows.map(({ seq }) => seq),
        removed,
      );
      for (const { sourceSeq } of rows) countForgotten(database, sourceSeq);
      return rows.length > 0;
    };
    while (timedTransaction(database, removeSome)) await setImmediate();
  }
  if (removed.interactions === 0)
    return fail(
      'INPUT_INVALID',
      'The project has no interactions of this user. Type the id as the logs have it.',
    );
  transact(database, () => deleteUnused(database));
  completeRemoval(database);
  return succeed(removed);
}
