import { z } from 'zod';
import { type ClusterSettings, clusterSettingsSchema } from '../../../shared/contract/cluster-operations.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf } from '../query.ts';

/** What a run counts, as it is kept with it. */
const statsSchema = z.object({
  /** Seconds that making it took, without changes and vectors. */
  seconds: z.number(),
  /** The last change that it was made of; what came behind it joined. */
  throughChange: z.int(),
  /** How many changes behind that were in no cluster when they were last looked through for new ones. */
  pooled: z.int(),
  /** Changes in all, those in no cluster, and clusters, when the last job on it ended. */
  changes: z.int(),
  noise: z.int(),
  clusters: z.int(),
});
export type RunStats = z.infer<typeof statsSchema>;

const json = z.string().transform((text): unknown => JSON.parse(text));

const runRow = z.object({
  seq: z.int(),
  id: z.string(),
  state: z.enum(['building', 'pending', 'current']),
  modelSeq: z.int(),
  settings: json.pipe(clusterSettingsSchema),
  stats: json.pipe(statsSchema),
  createdAt: z.int(),
});
export type RunRow = z.infer<typeof runRow>;

export function findRun(database: Database, state: RunRow['state']): RunRow | null {
  const row = prepare(
    database,
    `SELECT seq, id, state, model_seq AS modelSeq, settings, stats, created_at AS createdAt
     FROM cluster_runs WHERE state = ?`,
  ).get(state);
  return row === undefined ? null : runRow.parse(row);
}

/** What the micro-clusters of a run have in common, as it was stored. */
export function modelOfRun(database: Database, runSeq: number): Uint8Array {
  return z
    .instanceof(Uint8Array)
    .parse(prepare(database, 'SELECT model FROM cluster_runs WHERE seq = ?').pluck().get(runSeq));
}

export interface NewRun {
  readonly id: string;
  readonly modelSeq: number;
  readonly settings: ClusterSettings;
  readonly stats: RunStats;
  readonly model: Uint8Array;
  readonly createdAt: number;
}

/** Adds a run that is being built and returns its seq, which none had whose rows may still be there. */
export function insertRun(database: Database, run: NewRun): number {
  const seq =
    Math.max(
      numberOf(database, 'SELECT max(seq) FROM cluster_runs'),
      numberOf(database, 'SELECT max(run_seq) FROM change_clusters'),
    ) + 1;
  prepare(
    database,
    `INSERT INTO cluster_runs (seq, id, state, model_seq, settings, stats, model, created_at)
     VALUES (?, ?, 'building', ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    run.id,
    run.modelSeq,
    JSON.stringify(run.settings),
    JSON.stringify(run.stats),
    run.model,
    run.createdAt,
  );
  return seq;
}

/** Changes some of what a run counts. */
export function setRunStats(database: Database, runSeq: number, stats: Partial<RunStats>): void {
  prepare(database, 'UPDATE cluster_runs SET stats = json_patch(stats, ?) WHERE seq = ?').run(
    JSON.stringify(stats),
    runSeq,
  );
}

/** Deletes the run in a state with its clusters; what says which change is in which goes in slices. */
export function deleteRun(database: Database, state: RunRow['state']): void {
  prepare(database, 'DELETE FROM cluster_runs WHERE state = ?').run(state);
}

/** Puts a run in place of the one that has this state. */
export function moveRun(database: Database, from: RunRow['state'], to: RunRow['state']): void {
  deleteRun(database, to);
  prepare(database, 'UPDATE cluster_runs SET state = ? WHERE state = ?').run(to, from);
}
