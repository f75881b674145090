import { z } from 'zod';
import { type ClusterTerms, clusterTermsSchema } from '../../../shared/contract/cluster-operations.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

const clusterRow = z.object({
  seq: z.int(),
  id: z.string(),
  name: z.string(),
  colour: z.int(),
  terms: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(clusterTermsSchema),
  drift: z.number().nullable(),
  createdAt: z.int(),
});
export type ClusterRow = z.infer<typeof clusterRow>;

const columns = 'seq, id, name, colour, terms, drift, created_at AS createdAt';

export function clustersOfRun(database: Database, runSeq: number): ClusterRow[] {
  return z
    .array(clusterRow)
    .parse(prepare(database, `SELECT ${columns} FROM clusters WHERE run_seq = ? ORDER BY seq`).all(runSeq));
}

export function findCluster(database: Database, runSeq: number, id: string): ClusterRow | null {
  const row = prepare(database, `SELECT ${columns} FROM clusters WHERE run_seq = ? AND id = ?`).get(
    runSeq,
    id,
  );
  return row === undefined ? null : clusterRow.parse(row);
}

export interface NewCluster {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly terms: ClusterTerms;
  readonly createdAt: number;
}

export function insertCluster(database: Database, runSeq: number, cluster: NewCluster): number {
  const { id, name, colour, terms, createdAt } = cluster;
  return Number(
    prepare(
      database,
      'INSERT INTO clusters (run_seq, id, name, colour, terms, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(runSeq, id, name, colour, JSON.stringify(terms), createdAt).lastInsertRowid,
  );
}

export function setDrift(database: Database, clusterSeq: number, drift: number | null): void {
  prepare(database, 'UPDATE clusters SET drift = :drift WHERE seq = :clusterSeq AND drift IS NOT :drift').run(
    { drift, clusterSeq },
  );
}

export interface NewMicro {
  readonly clusterSeq: number | null;
  readonly centroid: Uint8Array;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

export function insertMicro(database: Database, runSeq: number, micro: NewMicro): number {
  return Number(
    prepare(
      database,
      'INSERT INTO micro_clusters (run_seq, cluster_seq, centroid, size, x, y) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(runSeq, micro.clusterSeq, micro.centroid, micro.size, micro.x, micro.y).lastInsertRowid,
  );
}

export function growMicro(database: Database, microSeq: number, by: number): void {
  prepare(database, 'UPDATE micro_clusters SET size = max(0, size + ?) WHERE seq = ?').run(by, microSeq);
}

export interface MicroRow {
  readonly seq: number;
  readonly clusterSeq: number | null;
  readonly centroid: Uint8Array;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

export function microsOfRun(database: Database, runSeq: number): MicroRow[] {
  return rowsOf<MicroRow>(
    database,
    `SELECT seq, cluster_seq AS clusterSeq, centroid, size, x, y
     FROM micro_clusters WHERE run_seq = ? ORDER BY seq`,
  ).all(runSeq);
}

export function countClusters(database: Database, runSeq: number): number {
  return numberOf(database, 'SELECT count(*) FROM clusters WHERE run_seq = ?', runSeq);
}
