import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import { countFrozenRows } from '../../db/tables/frozen-rows.ts';
import { outcome } from './check-folds.ts';

/** Every frozen row is one of a snapshot that is there and frozen. */
export function checkFrozen(database: Database): CheckOutcome {
  const { looked, wrong } = countFrozenRows(database);
  return outcome('frozen_rows', looked, wrong, 'frozen rows belong to no snapshot');
}
