import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** Which change is in which cluster of a run. What joins a run is written in the order of changes. */
export interface ChangeCluster {
  readonly changeSeq: number;
  readonly microSeq: number | null;
  readonly clusterSeq: number | null;
  readonly similarity: number;
}

/** Adds a row where its change is still there. */
export function addChangeCluster(database: Database, runSeq: number, row: ChangeCluster): void {
  prepare(
    database,
    `INSERT INTO change_clusters (change_seq, run_seq, micro_seq, cluster_seq, similarity, interaction_seq, week)
     SELECT seq, ?, ?, ?, ?, interaction_seq, week FROM changes WHERE seq = ? ON CONFLICT DO NOTHING`,
  ).run(runSeq, row.microSeq, row.clusterSeq, row.similarity, row.changeSeq);
}

/** A change of the pool has found its cluster. */
export function moveChangeCluster(database: Database, runSeq: number, row: ChangeCluster): void {
  prepare(
    database,
    `UPDATE change_clusters SET micro_seq = ?, cluster_seq = ?, similarity = ?
     WHERE change_seq = ? AND run_seq = ?`,
  ).run(row.microSeq, row.clusterSeq, row.similarity, row.changeSeq, runSeq);
}

/** The last change that was assigned in a run. */
export function assignedThrough(database: Database, runSeq: number): number {
  return numberOf(database, assignedThroughSql, runSeq);
}

/** From the last change backwards: the plus keeps it from passing over all rows of the run. */
export const assignedThroughSql =
  'SELECT change_seq FROM change_clusters WHERE +run_seq = ? ORDER BY change_seq DESC LIMIT 1';

/** Changes behind a seq that are in no cluster. */
export function countPooled(database: Database, runSeq: number, after: number): number {
  return numberOf(
    database,
    `SELECT count(*) FROM change_clusters INDEXED BY change_clusters_by_similarity
     WHERE run_seq = ? AND cluster_seq IS NULL AND change_seq > ?`,
    runSeq,
    after,
  );
}

/** Deletes up to `limit` rows of runs that are no more, and returns how many it were. */
export function deleteRowsOfOldRuns(database: Database, limit: number): number {
  const seq = valuesOf<number>(database, oldRunSql).get();
  if (seq === undefined) return 0;
  return prepare(
    database,
    `DELETE FROM change_clusters WHERE (change_seq, run_seq) IN
       (SELECT change_seq, run_seq FROM change_clusters WHERE run_seq = ? LIMIT ?)`,
  ).run(seq, limit).changes;
}

/** Walks from run to run by the index, never over rows. */
export const oldRunSql = `WITH RECURSIVE runs (seq) AS (
    SELECT min(run_seq) FROM change_clusters
    UNION ALL SELECT (SELECT min(run_seq) FROM change_clusters WHERE run_seq > runs.seq) FROM runs WHERE seq IS NOT NULL
  ) SELECT seq FROM runs WHERE seq IS NOT NULL AND seq NOT IN (SELECT seq FROM cluster_runs) LIMIT 1`;

/** How many rows there are, and how many belong to a run, a cluster or a small group that is not there. */
export function countLostAssignments(database: Database): {
  readonly looked: number;
  readonly wrong: number;
} {
  const wrong = numberOf(
    database,
    `SELECT count(*) FROM change_clusters AS a JOIN cluster_runs AS r ON r.seq = a.run_seq WHERE
       (cluster_seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clusters WHERE seq = a.cluster_seq AND run_seq = a.run_seq))
       OR (micro_seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM micro_clusters WHERE seq = a.micro_seq AND run_seq = a.run_seq))`,
  );
  return { looked: numberOf(database, 'SELECT count(*) FROM change_clusters'), wrong };
}

export interface RunCounts {
  readonly changes: number;
  /** In no cluster. */
  readonly noise: number;
}

export function countsOfRun(database: Database, runSeq: number): RunCounts {
  return {
    changes: numberOf(database, 'SELECT count(*) FROM change_clusters WHERE run_seq = ?', runSeq),
    noise: numberOf(
      database,
      'SELECT count(*) FROM change_clusters WHERE run_seq = ? AND cluster_seq IS NULL',
      runSeq,
    ),
  };
}

/** The cluster of each change of a run that is in one. */
export function clusterOfChanges(
  database: Database,
  runSeq: number,
): IterableIterator<{ readonly changeSeq: number; readonly clusterSeq: number }> {
  return rowsOf<{ readonly changeSeq: number; readonly clusterSeq: number }>(
    database,
    `SELECT change_seq AS changeSeq, cluster_seq AS clusterSeq FROM change_clusters
     INDEXED BY change_clusters_by_similarity WHERE run_seq = ? AND cluster_seq IS NOT NULL`,
  ).iterate(runSeq);
}

/** How often a cluster was seen in a week; a week of null is an unknown one. */
export interface ClusterWeek {
  readonly clusterSeq: number;
  readonly week: number | null;
  readonly changes: number;
  readonly interactions: number;
}

export function clusterWeeks(database: Database, runSeq: number): ClusterWeek[] {
  return rowsOf<ClusterWeek>(database, clusterWeeksSql).all(runSeq);
}

export const clusterWeeksSql = `SELECT cluster_seq AS clusterSeq, week, count(*) AS changes,
    count(DISTINCT interaction_seq) AS interactions
  FROM change_clusters WHERE run_seq = ? AND cluster_seq IS NOT NULL GROUP BY cluster_seq, week`;

/** How many changes each cluster of one run has in common with each of another. */
export interface RunOverlap {
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

export function runOverlaps(database: Database, before: number, after: number): RunOverlap[] {
  return rowsOf<RunOverlap>(
    database,
    `SELECT b.cluster_seq AS before, a.cluster_seq AS after, count(*) AS count
     FROM change_clusters AS b CROSS JOIN change_clusters AS a ON a.change_seq = b.change_seq AND a.run_seq = ?
     WHERE b.run_seq = ? AND b.cluster_seq IS NOT NULL AND a.cluster_seq IS NOT NULL
     GROUP BY b.cluster_seq, a.cluster_seq`,
  ).all(after, before);
}

/** Changes of a micro-cluster, the first ones of many. */
export function changesOfMicro(database: Database, microSeq: number, limit: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT change_seq FROM change_clusters WHERE micro_seq = ? ORDER BY change_seq LIMIT ?',
  ).all(microSeq, limit);
}
