import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { deleteRun, findRun, moveRun } from '../../db/tables/cluster-runs.ts';
import { noPendingRun } from './not-found.ts';

/** Puts the pending run in place of the current one; the next job deletes what the old one leaves. RUN_NOT_FOUND. */
export function acceptRun(database: Database): Result<null> {
  return transact(database, () => {
    if (findRun(database, 'pending') === null) return noPendingRun();
    moveRun(database, 'pending', 'current');
    return succeed(null);
  });
}

/** Takes the pending run away. RUN_NOT_FOUND. */
export function discardRun(database: Database): Result<null> {
  return transact(database, () => {
    if (findRun(database, 'pending') === null) return noPendingRun();
    deleteRun(database, 'pending');
    return succeed(null);
  });
}
