import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import { countWrongStanding } from '../../db/tables/failure-mode-fold.ts';
import { countModeFolds, countStrayModeFolds } from '../../db/tables/mode-fold-counts.ts';
import { isModeTarget, openModeFold } from '../modes/mode-folds.ts';
import { allFoldKeys } from '../review/fold-keys.ts';
import { outcome } from './check-folds.ts';

/** Failure modes, their examples, and decisions on clusters and weeks are what events and imports say they are. */
export function checkModes(database: Database): CheckOutcome {
  let wrong = countStrayModeFolds(database) + countWrongStanding(database);
  for (const foldKey of allFoldKeys(database)) {
    const target = parseFoldKey(foldKey);
    if (!isModeTarget(target)) continue;
    const fold = openModeFold(database, target);
    if (fold !== null && !isSame(fold.read(), fold.folded())) wrong++;
  }
  return outcome(
    'failure_modes',
    countModeFolds(database),
    wrong,
    'failure modes, examples or decisions differ from what people did',
  );
}

/** Whatever the order in which fields are named. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value;
}
