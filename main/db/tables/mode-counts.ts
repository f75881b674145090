import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** How many changes and interactions of a week have a failure mode. */
export interface ModeWeek {
  readonly modeSeq: number;
  /** Null where the time of the interactions is not known. */
  readonly week: number | null;
  readonly changes: number;
  readonly interactions: number;
}

export function modeWeeks(database: Database, modeSeqs: readonly number[]): ModeWeek[] {
  return rowsOf<ModeWeek>(database, modeWeeksSql).all(JSON.stringify(modeSeqs));
}

/** Changes that have no failure mode and are in no cluster of the run. */
export function countUnclassified(database: Database, runSeq: number): number {
  return numberOf(database, unclassifiedSql, runSeq);
}

export function countInteractions(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM interactions INDEXED BY interactions_by_labelled');
}

/** Exported for the test of their query plans. */
export const modeWeeksSql = `
SELECT mode_seq AS modeSeq, week, count(*) AS changes, count(DISTINCT interaction_seq) AS interactions
FROM change_modes INDEXED BY change_modes_by_mode WHERE mode_seq IN (SELECT value FROM json_each(?))
GROUP BY mode_seq, week`;
export const unclassifiedSql = `
SELECT count(*) FROM change_clusters AS g INDEXED BY change_clusters_by_cluster
WHERE g.run_seq = ? AND g.cluster_seq IS NULL
AND NOT EXISTS (SELECT 1 FROM change_modes AS m WHERE m.change_seq = g.change_seq)`;
