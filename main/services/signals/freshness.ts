import type { Freshness } from '../../../shared/contract/signal-operations.ts';
import type { Database } from '../../db/database.ts';
import { countMeasured, countStaleValues, countToMeasure } from '../../db/tables/signal-values.ts';
import { hasOutdatedValues } from './project-facts.ts';

/** How far the values of signals are worked out. Reads counts alone. */
export function readFreshness(database: Database): Freshness {
  const total = countToMeasure(database);
  return {
    measured: countMeasured(database),
    total,
    stale: countStaleValues(database),
    // Where nothing is to be worked out, nothing is outdated.
    isOutdated: total > 0 && hasOutdatedValues(database),
  };
}
