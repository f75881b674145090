import type { Database } from '../../db/database.ts';
import { digestOfChange } from '../../db/tables/changes.ts';
import type { GroupedChanges } from './cluster-thread.ts';

/**
 * What the most typical change of a cluster takes out and puts in. Of changes that are as typical the least one, so that it
 * does not depend on which came first.
 */
export function typicalDigest(database: Database, found: GroupedChanges, cluster: number): number {
  const medoid = found.medoids[cluster] ?? -1;
  let least = Infinity;
  for (const [row, micro] of found.microOfRow.entries()) {
    if (micro !== found.microOfRow[medoid] || found.similarity[row] !== found.similarity[medoid]) continue;
    least = Math.min(least, digestOfChange(database, found.changeSeqs[row] ?? -1));
  }
  return Number.isFinite(least) ? least : 0;
}
