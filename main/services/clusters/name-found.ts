import {
  type ClusterName,
  type ClusterText,
  nameClusters,
} from '../../../shared/domain/clusters/name-cluster.ts';
import type { Database } from '../../db/database.ts';
import { changeUnits, createTextReader } from '../../db/tables/change-texts.ts';
import type { GroupedChanges } from './cluster-thread.ts';

/** So many of each cluster, the most typical, are enough to name it. */
const textsEach = 150;

/** Which changes are in which cluster, and how typical they are of it. */
export type FoundClusters = Pick<
  GroupedChanges,
  'changeSeqs' | 'clusterOfRow' | 'clusterCount' | 'similarity'
>;

/** Names of clusters that were found, by their most typical changes. */
export function nameFound(database: Database, found: FoundClusters): ClusterName[] {
  return nameClusters(typicalTexts(database, found), found.clusterCount);
}

function* typicalTexts(database: Database, found: FoundClusters): Generator<ClusterText> {
  const textOf = createTextReader(database);
  const rows = Array.from({ length: found.clusterCount }, (): number[] => []);
  for (const [row, cluster] of found.clusterOfRow.entries()) rows[cluster]?.push(row);
  for (const [cluster, members] of rows.entries()) {
    const typical = members
      .toSorted((a, b) => (found.similarity[b] ?? 0) - (found.similarity[a] ?? 0) || a - b)
      .slice(0, textsEach);
    for (const row of typical) {
      const units = changeUnits(database, found.changeSeqs[row] ?? 0);
      if (units === null) continue;
      const { removed, added, comments, isWhole } = textOf(units);
      yield { cluster, removed, added: isWhole ? comments.join(' ') : added };
    }
  }
}
