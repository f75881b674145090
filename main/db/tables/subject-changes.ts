import type { Database } from '../database.ts';
import { valuesOf } from '../query.ts';

/** What changes are asked for: a failure mode with those merged into it, a cluster, or what is in neither. */
export type SubjectOfChanges =
  | { readonly kind: 'mode'; readonly modeSeqs: readonly number[] }
  | { readonly kind: 'cluster'; readonly runSeq: number; readonly clusterSeq: number }
  | { readonly kind: 'unclassified'; readonly runSeq: number };

/** All changes of a subject, ascending. */
export function changesOfSubject(database: Database, subject: SubjectOfChanges): number[] {
  switch (subject.kind) {
    case 'mode':
      return valuesOf<number>(database, changesOfModesSql).all(JSON.stringify(subject.modeSeqs));
    case 'cluster':
      return valuesOf<number>(database, changesOfClusterSql).all(subject.runSeq, subject.clusterSeq);
    case 'unclassified':
      return valuesOf<number>(database, changesOfNoneSql).all(subject.runSeq);
  }
}

/** Exported for the test of their query plans. */
export const changesOfModesSql = `
SELECT change_seq FROM change_modes INDEXED BY change_modes_by_mode
WHERE mode_seq IN (SELECT value FROM json_each(?)) ORDER BY change_seq`;
export const changesOfClusterSql = `
SELECT change_seq FROM change_clusters INDEXED BY change_clusters_by_cluster
WHERE run_seq = ? AND cluster_seq = ? ORDER BY change_seq`;
export const changesOfNoneSql = `
SELECT change_seq FROM change_clusters AS g INDEXED BY change_clusters_by_cluster
WHERE run_seq = ? AND cluster_seq IS NULL
AND NOT EXISTS (SELECT 1 FROM change_modes AS m WHERE m.change_seq = g.change_seq) ORDER BY change_seq`;
