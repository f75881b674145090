import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** Who says that a change has its failure mode: a person, its cluster, or that it is the nearest. */
export type How = 'person' | 'cluster' | 'near';

export interface ChangeMode {
  readonly modeSeq: number;
  readonly how: How;
  /** To the examples or the cluster; 1 where a person says it. */
  readonly similarity: number;
}

/** A change with its cluster in one run and the failure mode that it has. */
export interface ModedChange {
  readonly seq: number;
  readonly interactionSeq: number;
  readonly place: string;
  readonly week: number | null;
  readonly clusterSeq: number | null;
  readonly clusterSimilarity: number | null;
  readonly modeSeq: number | null;
  readonly how: How | null;
  readonly similarity: number | null;
}

/** The changes of a range of interactions. */
export function modedChanges(database: Database, runSeq: number, first: number, last: number): ModedChange[] {
  return rowsOf<ModedChange>(database, modedChangesSql).all(runSeq, first, last);
}

/** The last interaction that has changes. */
export function newestInteractionOfChanges(database: Database): number {
  return numberOf(database, 'SELECT max(interaction_seq) FROM changes');
}

export function setChangeMode(
  database: Database,
  change: Pick<ModedChange, 'seq' | 'interactionSeq' | 'week'>,
  { modeSeq, how, similarity }: ChangeMode,
): void {
  prepare(
    database,
    `INSERT INTO change_modes (change_seq, mode_seq, how, similarity, interaction_seq, week) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET mode_seq = excluded.mode_seq, how = excluded.how, similarity = excluded.similarity,
       interaction_seq = excluded.interaction_seq, week = excluded.week`,
  ).run(change.seq, modeSeq, how, similarity, change.interactionSeq, change.week);
}

export function deleteChangeMode(database: Database, changeSeq: number): void {
  prepare(database, 'DELETE FROM change_modes WHERE change_seq = ?').run(changeSeq);
}

/** Exported for the test of its query plan. */
export const modedChangesSql = `
SELECT c.seq, c.interaction_seq AS interactionSeq, c.place, c.week, g.cluster_seq AS clusterSeq,
  g.similarity AS clusterSimilarity, m.mode_seq AS modeSeq, m.how, m.similarity
FROM changes AS c INDEXED BY changes_by_interaction
LEFT JOIN change_clusters AS g ON g.change_seq = c.seq AND g.run_seq = ?
LEFT JOIN change_modes AS m ON m.change_seq = c.seq
WHERE c.interaction_seq BETWEEN ? AND ? ORDER BY c.interaction_seq, c.place`;
