import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import { countLostAssignments } from '../../db/tables/change-clusters.ts';
import { countLostChanges } from '../../db/tables/changes.ts';
import { outcome } from './check-folds.ts';

/** Every change is one of an edit that is there, unless it waits to be made anew. */
export function checkChanges(database: Database): CheckOutcome {
  const { looked, wrong } = countLostChanges(database);
  return outcome('changes', looked, wrong, 'changes are left over from edits that are gone');
}

/** Every change is in clusters that are there. */
export function checkClusters(database: Database): CheckOutcome {
  const { looked, wrong } = countLostAssignments(database);
  return outcome('clusters', looked, wrong, 'changes are in clusters that are gone');
}
