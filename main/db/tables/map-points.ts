import type { Database } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** A change as a point of the map, before it has a place. */
export interface PointRow {
  readonly seq: number;
  readonly digest: number;
  readonly week: number | null;
  readonly micro: number | null;
  readonly cluster: number | null;
  readonly similarity: number | null;
  readonly mode: number | null;
  readonly action: string | null;
}

/** A small group of changes with its place on the map. */
export interface MicroPlace {
  readonly seq: number;
  readonly cluster: number | null;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

export interface NamedColour {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly colour: number | null;
}

/** The run whose clusters are shown; null before the first one. */
export function shownRun(database: Database): number | null {
  return valuesOf<number>(database, `SELECT seq FROM cluster_runs WHERE state = 'current'`).get() ?? null;
}

export function countChanges(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM changes');
}

/** Up to `limit` of all changes: the same every time, evenly from everywhere, and as good as by chance. */
export function pointRows(
  database: Database,
  runSeq: number,
  { total, limit }: { readonly total: number; readonly limit: number },
): IterableIterator<PointRow> {
  const share = total <= limit ? 1 : limit / total;
  return rowsOf<PointRow>(database, pointsSql).iterate(runSeq, Math.floor(share * 2 ** 32), limit);
}

/**
 * Multiples of the golden ratio's fraction of 2^32 are spread so evenly that those below a bound are that share of any
 * stretch of seqs. What a person did is what was seen last.
 */
export const pointsSql = `
SELECT c.seq, c.digest, c.week, g.micro_seq AS micro, g.cluster_seq AS cluster, g.similarity, m.mode_seq AS mode,
  (SELECT substr(s.text, 1, 64) FROM signals AS s INDEXED BY signals_by_interaction
   WHERE s.interaction_seq = c.interaction_seq AND s.name = 'action' AND s.text IS NOT NULL
   ORDER BY s.at DESC, s.seq DESC LIMIT 1) AS action
FROM changes AS c
LEFT JOIN change_clusters AS g ON g.change_seq = c.seq AND g.run_seq = ?
LEFT JOIN change_modes AS m ON m.change_seq = c.seq
WHERE ((c.seq * 2654435769) & 4294967295) < ?
ORDER BY c.seq LIMIT ?`;

export function microPlaces(database: Database, runSeq: number): MicroPlace[] {
  return rowsOf<MicroPlace>(
    database,
    'SELECT seq, cluster_seq AS cluster, size, x, y FROM micro_clusters WHERE run_seq = ? ORDER BY seq',
  ).all(runSeq);
}

export function clusterColours(database: Database, runSeq: number): NamedColour[] {
  return rowsOf<NamedColour>(
    database,
    'SELECT seq, id, name, colour FROM clusters WHERE run_seq = ? ORDER BY seq',
  ).all(runSeq);
}

export function modeColours(database: Database): NamedColour[] {
  return rowsOf<NamedColour>(database, 'SELECT seq, id, name, colour FROM failure_modes ORDER BY seq').all();
}
