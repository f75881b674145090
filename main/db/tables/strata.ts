import type { Database } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** Of every change that is in a cluster of the current run: its interaction, itself and the cluster, all by their seqs. */
export function clusteredChanges(
  database: Database,
): IterableIterator<readonly [interaction: number, change: number, cluster: number]> {
  const run = numberOf(database, `SELECT seq FROM cluster_runs WHERE state = 'current'`);
  return rowsOf<readonly [number, number, number]>(database, clusteredChangesSql).raw().iterate(run);
}

export function countEdited(database: Database): { readonly total: number; readonly edited: number } {
  return (
    rowsOf<{ readonly total: number; readonly edited: number }>(database, countEditedSql).get() ?? {
      total: 0,
      edited: 0,
    }
  );
}

/** Those of these interactions that are edited. */
export function editedAmong(database: Database, seqs: readonly number[]): number[] {
  return valuesOf<number>(database, editedAmongSql).all(JSON.stringify(seqs));
}

/** How far somebody came with what one assignee gets of a queue, gold items left out. */
export interface QueueReach {
  readonly assignee: number;
  /** The last position of those asked for, and how many of them there are. */
  readonly last: number;
  readonly found: number;
}

/** Where these interactions stand in a build of a queue. */
export function queueReach(database: Database, build: number, seqs: readonly number[]): QueueReach[] {
  return rowsOf<QueueReach>(database, queueReachSql).all(JSON.stringify(seqs), build);
}

/** Places of one assignee up to a position, gold items left out. */
export function countPlacesTo(database: Database, build: number, assignee: number, last: number): number {
  return numberOf(database, placesToSql, build, assignee, last);
}

/** Exported for the test of their query plans. Gold items stand at odd positions. */
export const clusteredChangesSql = `
SELECT interaction_seq AS interaction, change_seq AS change, cluster_seq AS cluster
FROM change_clusters INDEXED BY change_clusters_by_cluster WHERE run_seq = ? AND cluster_seq IS NOT NULL`;
export const countEditedSql =
  'SELECT count(*) AS total, total(edited) AS edited FROM interactions INDEXED BY interactions_by_labelled';
export const editedAmongSql = `
SELECT i.seq FROM json_each(?) AS list
CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = list.value WHERE i.edited = 1`;
export const queueReachSql = `
SELECT q.assignee, max(q.position) AS last, count(*) AS found FROM json_each(?) AS list
CROSS JOIN queue_items AS q INDEXED BY queue_items_by_interaction
  ON q.interaction_seq = list.value AND q.build = ? AND q.position % 2 = 0
GROUP BY q.assignee`;
export const placesToSql =
  'SELECT count(*) FROM queue_items WHERE build = ? AND assignee = ? AND position <= ? AND position % 2 = 0';
