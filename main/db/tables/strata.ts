import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** A change that is in a cluster. */
export interface ClusteredChange {
  readonly interaction: number;
  readonly change: number;
  readonly cluster: number;
}

/** Every change that is in a cluster of the current run. */
export function clusteredChanges(database: Database): IterableIterator<ClusteredChange> {
  const run = numberOf(database, `SELECT seq FROM cluster_runs WHERE state = 'current'`);
  return rowsOf<ClusteredChange>(database, clusteredChangesSql).iterate(run);
}

/** Whether each interaction is edited. */
export function editedInteractions(
  database: Database,
): IterableIterator<{ readonly seq: number; readonly edited: 0 | 1 }> {
  return rowsOf<{ readonly seq: number; readonly edited: 0 | 1 }>(database, editedSql).iterate();
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
export const editedSql = 'SELECT seq, edited FROM interactions INDEXED BY interactions_in_order';
export const queueReachSql = `
SELECT q.assignee, max(q.position) AS last, count(*) AS found FROM json_each(?) AS list
CROSS JOIN queue_items AS q INDEXED BY queue_items_by_interaction
  ON q.interaction_seq = list.value AND q.build = ? AND q.position % 2 = 0
GROUP BY q.assignee`;
export const placesToSql =
  'SELECT count(*) FROM queue_items WHERE build = ? AND assignee = ? AND position <= ? AND position % 2 = 0';
