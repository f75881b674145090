import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

export type VelocityCount = readonly [cellSeq: number, signal: string, value: number, count: number];

/** All counts of these cells, as plain arrays: there may be millions of them. */
export function readVelocityCounts(
  database: Database,
  cells: readonly number[],
): IterableIterator<VelocityCount> {
  return rowsOf<VelocityCount>(database, velocityCountsSql).raw().iterate(JSON.stringify(cells));
}

/** Exported for the test of its query plan. */
export const velocityCountsSql = `
SELECT s.cell_seq, s.signal, s.value, s.count FROM json_each(?) AS c
CROSS JOIN signal_counts AS s ON s.cell_seq = c.value WHERE s.count > 0`;

/** Counts of some signals of these cells, each found by the key of the table. */
export function readCountsOfSignals(
  database: Database,
  cells: readonly number[],
  signals: readonly string[],
): IterableIterator<VelocityCount> {
  return rowsOf<VelocityCount>(database, countsOfSignalsSql)
    .raw()
    .iterate(JSON.stringify(cells), JSON.stringify(signals));
}

/** Exported for the test of its query plan. */
export const countsOfSignalsSql = `
SELECT s.cell_seq, s.signal, s.value, s.count FROM json_each(?) AS c CROSS JOIN json_each(?) AS n
CROSS JOIN signal_counts AS s ON s.cell_seq = c.value AND s.signal = n.value WHERE s.count > 0`;

/** How many acts of a type people made between two moments, UTC milliseconds, by the clock of events. */
export function countEventsBetween(database: Database, type: string, from: string, to: string): number {
  return numberOf(database, eventsBetweenSql, type, from, to);
}

export const eventsBetweenSql = 'SELECT count(*) FROM events WHERE type = ? AND clock >= ? AND clock < ?';

/** The latest clock of a type of events; null where there is none. */
export function latestEventClock(database: Database, type: string): string | null {
  const sql = 'SELECT clock FROM events WHERE type = ? ORDER BY clock DESC LIMIT 1';
  return valuesOf<string>(database, sql).get(type) ?? null;
}

/** Prompt versions by name with when they went live, as people said. */
export function promptVersionDates(
  database: Database,
): { readonly name: string; readonly liveFrom: number | null }[] {
  return rowsOf<{ name: string; liveFrom: number | null }>(
    database,
    'SELECT name, live_from AS liveFrom FROM prompt_versions ORDER BY seq',
  ).all();
}

/** The first interaction of a prompt version, or of a model, in a time; of the time's own rows alone are read. */
export function firstOfPromptVersion(
  database: Database,
  name: string,
  from: number,
  to: number,
): number | null {
  return valuesOf<number>(database, firstOfPromptVersionSql).get(name, from, to) ?? null;
}

export const firstOfPromptVersionSql = `
SELECT i.created_at FROM interactions AS i INDEXED BY interactions_by_time
WHERE i.prompt_version_seq = (SELECT seq FROM prompt_versions WHERE name = ?)
AND i.created_at >= ? AND i.created_at < ? ORDER BY i.created_at LIMIT 1`;

export function firstOfModel(database: Database, model: string, from: number, to: number): number | null {
  return valuesOf<number>(database, firstOfModelSql).get(model, from, to) ?? null;
}

export const firstOfModelSql = `
SELECT i.created_at FROM interactions AS i INDEXED BY interactions_by_time
WHERE i.model = ? AND i.created_at >= ? AND i.created_at < ? ORDER BY i.created_at LIMIT 1`;

export interface VelocityTarget {
  readonly metric: string;
  readonly target: number;
}

export function readVelocityTargets(database: Database): VelocityTarget[] {
  return rowsOf<VelocityTarget>(
    database,
    'SELECT metric, target FROM velocity_targets ORDER BY metric',
  ).all();
}

/** Sets a target in place of the one before. */
export function writeVelocityTarget(
  database: Database,
  { metric, target }: VelocityTarget,
  annotatorSeq: number,
  now: number,
): void {
  prepare(
    database,
    `INSERT INTO velocity_targets (metric, target, annotator_seq, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (metric) DO UPDATE SET target = excluded.target, annotator_seq = excluded.annotator_seq, at = excluded.at`,
  ).run(metric, target, annotatorSeq, now);
}

export function deleteVelocityTarget(database: Database, metric: string): void {
  prepare(database, 'DELETE FROM velocity_targets WHERE metric = ?').run(metric);
}

/** Users with most interactions in the project. */
export function greatestUsers(database: Database, most: number): string[] {
  return valuesOf<string>(database, greatestUsersSql).all(most);
}

/** Exported for the test of its query plan. */
export const greatestUsersSql = `
SELECT user FROM interactions INDEXED BY interactions_by_user WHERE user IS NOT NULL
GROUP BY user ORDER BY count(*) DESC, user LIMIT ?`;

export interface UserValues {
  readonly cellSeq: number;
  readonly body: string;
}

/** Signal values of a user's interactions. */
export function valuesOfUser(database: Database, user: string): IterableIterator<UserValues> {
  return rowsOf<UserValues>(database, valuesOfUserSql).iterate(user);
}

/** Exported for the test of its query plan. */
export const valuesOfUserSql = `
SELECT v.cell_seq AS cellSeq, v.body FROM interactions AS i INDEXED BY interactions_by_user
CROSS JOIN signal_values AS v ON v.interaction_seq = i.seq WHERE i.user = ?`;
