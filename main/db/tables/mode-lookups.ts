import { z } from 'zod';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** By the id of each failure mode, merged ones as well, the number of the one in use that it means. */
export function modeSeqs(database: Database): Map<string, number> {
  const rows = rowsOf<{ readonly id: string; readonly seq: number }>(
    database,
    `SELECT m.id, standing.seq FROM failure_modes AS m
     JOIN failure_modes AS standing ON standing.id = coalesce(m.merged_into, m.id) WHERE standing.retired = 0`,
  ).all();
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The number of each failure mode, by its id. */
export function modeNumbers(database: Database): Map<string, number> {
  const rows = rowsOf<{ readonly id: string; readonly seq: number }>(
    database,
    'SELECT id, seq FROM failure_modes',
  ).all();
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The run whose clusters people see; 0 where there is none. */
export function currentRunSeq(database: Database): number {
  return numberOf(database, `SELECT seq FROM cluster_runs WHERE state = 'current'`);
}

const decided = z.object({
  clusterSeq: z.int(),
  modes: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});

/** The clusters of a run that somebody decided on, each with the ids of failure modes that it is. */
export function decidedClusters(database: Database, runSeq: number): z.infer<typeof decided>[] {
  return z.array(decided).parse(
    prepare(
      database,
      `SELECT c.seq AS clusterSeq, d.failure_modes AS modes FROM clusters AS c
       JOIN cluster_decisions AS d ON d.cluster_id = c.id WHERE c.run_seq = ? ORDER BY c.seq`,
    ).all(runSeq),
  );
}

const knownClusterRow = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.int(),
  /** No failure mode in use has it. */
  isColourFree: z.literal([0, 1]).transform((flag) => flag === 1),
});
export type KnownCluster = z.infer<typeof knownClusterRow>;

/** A cluster of the run that people see; null where there is none of this id. */
export function knownCluster(database: Database, id: string): KnownCluster | null {
  const row = prepare(
    database,
    `SELECT c.id, c.name, c.colour, NOT EXISTS (
       SELECT 1 FROM failure_modes WHERE colour = c.colour AND merged_into IS NULL AND retired = 0
     ) AS isColourFree FROM clusters AS c
     WHERE c.id = ? AND c.run_seq = (SELECT seq FROM cluster_runs WHERE state = 'current')`,
  ).get(id);
  return row === undefined ? null : knownClusterRow.parse(row);
}

/** The name of a cluster in the newest run that has it; null where it is in none any more. */
export function clusterName(database: Database, id: string): string | null {
  const sql = 'SELECT name FROM clusters WHERE id = ? ORDER BY run_seq DESC';
  return valuesOf<string>(database, sql).get(id) ?? null;
}
