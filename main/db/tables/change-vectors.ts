import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** The number of a model's version in the project; it gets one where it has none. */
export function ensureVectorModel(database: Database, id: string, version: string): number {
  prepare(database, 'INSERT INTO vector_models (id, version) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    id,
    version,
  );
  return numberOf(database, 'SELECT seq FROM vector_models WHERE id = ? AND version = ?', id, version);
}

export function vectorModelId(database: Database, modelSeq: number): string {
  return valuesOf<string>(database, 'SELECT id FROM vector_models WHERE seq = ?').get(modelSeq) ?? '';
}

export function vectorModelVersion(database: Database, modelSeq: number): string | null {
  return valuesOf<string>(database, 'SELECT version FROM vector_models WHERE seq = ?').get(modelSeq) ?? null;
}

/** The last change that has a vector of a model: vectors are made in the order of changes. */
export function vectorsThrough(database: Database, modelSeq: number): number {
  return numberOf(database, vectorsThroughSql, modelSeq);
}

export const vectorsThroughSql =
  'SELECT change_seq FROM change_vectors WHERE model_seq = ? ORDER BY change_seq DESC LIMIT 1';

/** Adds a vector where its change is still there. */
export function addVector(database: Database, changeSeq: number, modelSeq: number, vector: Uint8Array): void {
  prepare(
    database,
    `INSERT INTO change_vectors (change_seq, model_seq, vector)
     SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM changes WHERE seq = ?) ON CONFLICT DO NOTHING`,
  ).run(changeSeq, modelSeq, vector, changeSeq);
}

/** Deletes up to `limit` vectors of models that no run is made of, and returns how many it were. */
export function deleteUnusedVectors(database: Database, keptModel: number, limit: number): number {
  const unused = valuesOf<number>(
    database,
    'SELECT seq FROM vector_models WHERE seq <> ? AND seq NOT IN (SELECT model_seq FROM cluster_runs)',
  ).all(keptModel);
  let deleted = 0;
  for (const modelSeq of unused) {
    deleted += prepare(
      database,
      `DELETE FROM change_vectors WHERE (change_seq, model_seq) IN
         (SELECT change_seq, model_seq FROM change_vectors WHERE model_seq = ? LIMIT ?)`,
    ).run(modelSeq, limit).changes;
  }
  if (deleted === 0)
    for (const modelSeq of unused) prepare(database, 'DELETE FROM vector_models WHERE seq = ?').run(modelSeq);
  return deleted;
}

export interface VectorRow {
  readonly changeSeq: number;
  readonly vector: Uint8Array;
  readonly interactionSeq: number;
  readonly week: number | null;
}

/** The next changes behind a seq with their vectors, in order. */
export function vectorsAfter(
  database: Database,
  modelSeq: number,
  changeSeq: number,
  limit: number,
): VectorRow[] {
  return rowsOf<VectorRow>(database, vectorsAfterSql).all(modelSeq, changeSeq, limit);
}

export const vectorsAfterSql = `SELECT c.seq AS changeSeq, v.vector, c.interaction_seq AS interactionSeq, c.week
  FROM changes AS c CROSS JOIN change_vectors AS v ON v.change_seq = c.seq AND v.model_seq = ?
  WHERE c.seq > ? ORDER BY c.seq LIMIT ?`;

/** A vector with the failure mode that people gave the change; null where they gave none. */
export interface LabelledVector {
  readonly changeSeq: number;
  readonly vector: Uint8Array;
  readonly mode: number | null;
}

/** All vectors of a model in the order of their changes. */
export function allVectors(database: Database, modelSeq: number): IterableIterator<LabelledVector> {
  return rowsOf<LabelledVector>(database, allVectorsSql).iterate(modelSeq);
}

export const allVectorsSql = `SELECT v.change_seq AS changeSeq, v.vector,
    CASE m.how WHEN 'person' THEN m.mode_seq END AS mode
  FROM change_vectors AS v LEFT JOIN change_modes AS m ON m.change_seq = v.change_seq
  WHERE v.model_seq = ? ORDER BY v.change_seq`;

/** Vectors of the changes behind a seq that are in no cluster of a run, the newest `limit` of them. */
export function pooledVectors(
  database: Database,
  pool: {
    readonly modelSeq: number;
    readonly runSeq: number;
    readonly after: number;
    readonly limit: number;
  },
): IterableIterator<LabelledVector> {
  return rowsOf<LabelledVector>(database, pooledVectorsSql).iterate(
    pool.runSeq,
    pool.after,
    pool.limit,
    pool.modelSeq,
  );
}

export const pooledVectorsSql = `SELECT v.change_seq AS changeSeq, v.vector,
    CASE m.how WHEN 'person' THEN m.mode_seq END AS mode
  FROM (
    SELECT change_seq FROM change_clusters INDEXED BY change_clusters_by_similarity
    WHERE run_seq = ? AND cluster_seq IS NULL AND change_seq > ? ORDER BY change_seq DESC LIMIT ?
  ) AS a CROSS JOIN change_vectors AS v ON v.change_seq = a.change_seq AND v.model_seq = ?
  LEFT JOIN change_modes AS m ON m.change_seq = a.change_seq`;

export function vectorOf(database: Database, changeSeq: number, modelSeq: number): Uint8Array | null {
  const row = rowsOf<{ readonly vector: Uint8Array }>(
    database,
    'SELECT vector FROM change_vectors WHERE change_seq = ? AND model_seq = ?',
  ).get(changeSeq, modelSeq);
  return row?.vector ?? null;
}

/** Vectors of the changes behind a seq that are in a cluster of a run, the newest `limit` of them. */
export function joinedSince(
  database: Database,
  since: {
    readonly modelSeq: number;
    readonly runSeq: number;
    readonly after: number;
    readonly limit: number;
  },
): IterableIterator<{ readonly clusterSeq: number; readonly vector: Uint8Array }> {
  return rowsOf<{ readonly clusterSeq: number; readonly vector: Uint8Array }>(
    database,
    joinedSinceSql,
  ).iterate(since.modelSeq, since.runSeq, since.after, since.limit);
}

export const joinedSinceSql = `SELECT a.cluster_seq AS clusterSeq, v.vector
  FROM change_clusters AS a CROSS JOIN change_vectors AS v ON v.change_seq = a.change_seq AND v.model_seq = ?
  WHERE a.run_seq = ? AND a.cluster_seq IS NOT NULL AND a.change_seq > ? ORDER BY a.change_seq DESC LIMIT ?`;
