import type { Database } from '../database.ts';
import { valuesOf } from '../query.ts';

/** The changes of a cluster that are nearest to what it has in common. */
export function typicalOfCluster(
  database: Database,
  runSeq: number,
  clusterSeq: number,
  limit: number,
): number[] {
  return valuesOf<number>(database, typicalOfClusterSql).all(runSeq, clusterSeq, limit);
}

/** Exported for the test of its query plan. */
export const typicalOfClusterSql = `
SELECT change_seq FROM change_clusters INDEXED BY change_clusters_by_similarity
WHERE run_seq = ? AND cluster_seq = ? ORDER BY similarity DESC LIMIT ?`;
