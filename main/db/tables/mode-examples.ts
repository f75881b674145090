import type { Database } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

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

/** A change with a failure mode, and how sure that is. */
export interface ModeChange {
  readonly changeSeq: number;
  readonly interactionSeq: number;
  readonly how: 'person' | 'cluster' | 'near';
  readonly similarity: number;
  /** Whether somebody edited its interaction. */
  readonly edited: 0 | 1;
}

/** The next changes of a failure mode, the surest first, behind one that was read; of equal ones the newest first. */
export function typicalOfMode(
  database: Database,
  modeSeq: number,
  { similarity, changeSeq }: Pick<ModeChange, 'similarity' | 'changeSeq'>,
  limit: number,
): ModeChange[] {
  const equal = rowsOf<ModeChange>(database, typicalOfModeSql.equal);
  const found = equal.all(modeSeq, similarity, changeSeq, limit);
  if (found.length === limit) return found;
  const less = rowsOf<ModeChange>(database, typicalOfModeSql.less);
  return [...found, ...less.all(modeSeq, similarity, limit - found.length)];
}

const modeChanges = `
SELECT m.change_seq AS changeSeq, m.interaction_seq AS interactionSeq, m.how, m.similarity, i.edited
FROM change_modes AS m INDEXED BY change_modes_by_similarity
CROSS JOIN interactions AS i ON i.seq = m.interaction_seq`;

/** Exported for the test of its query plans. Two, so that many equal ones are not gone through for each page. */
export const typicalOfModeSql = {
  equal: `${modeChanges} WHERE m.mode_seq = ? AND m.similarity = ? AND m.change_seq < ? ORDER BY m.change_seq DESC LIMIT ?`,
  less: `${modeChanges} WHERE m.mode_seq = ? AND m.similarity < ? ORDER BY m.similarity DESC, m.change_seq DESC LIMIT ?`,
};

/** A failure mode in use, with the number of one that it stands for, or its own. */
export interface ModeNumber {
  readonly seq: number;
  readonly memberSeq: number;
  readonly name: string;
  readonly definition: string;
}

/** Failure modes in use, oldest first; those that were merged into one come with it. */
export function modesWithMembers(database: Database): ModeNumber[] {
  return rowsOf<ModeNumber>(
    database,
    `SELECT f.seq, given.seq AS memberSeq, f.name, f.definition FROM failure_modes AS given
     JOIN failure_modes AS f ON f.id = coalesce(given.merged_into, given.id) AND f.retired = 0
     ORDER BY f.seq, given.seq`,
  ).all();
}
