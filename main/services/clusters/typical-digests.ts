import type { Database } from '../../db/database.ts';
import { digestOfChange } from '../../db/tables/changes.ts';
import type { GroupedChanges } from './cluster-thread.ts';

/**
 * What the most typical change of each cluster takes out and puts in. Of changes that are as typical the least one, so that
 * it does not depend on which came first.
 */
export function typicalDigests(database: Database, found: GroupedChanges): number[] {
  const { medoids, microOfRow, similarity, clusterOfRow, changeSeqs } = found;
  const least = Array.from(medoids, () => Infinity);
  for (let row = 0; row < changeSeqs.length; row += 1) {
    const cluster = clusterOfRow[row] ?? -1;
    const medoid = medoids[cluster] ?? -1;
    if (medoid < 0 || microOfRow[row] !== microOfRow[medoid] || similarity[row] !== similarity[medoid])
      continue;
    least[cluster] = Math.min(least[cluster] ?? Infinity, digestOfChange(database, changeSeqs[row] ?? -1));
  }
  return least.map((digest) => (Number.isFinite(digest) ? digest : 0));
}
