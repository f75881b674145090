import type { ModeDefinition } from '../../../shared/contract/cluster-operations.ts';
import type { Database } from '../database.ts';
import { stands } from './failure-modes.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** Counts of failure modes and clusters by week, all from covering indexes. Weeks are days from 1970-01-01 to the Monday. */

/** The first interaction at this time or later, UTC milliseconds; null where none is. */
export function nextInteractionTime(database: Database, from: number): number | null {
  const sql = 'SELECT created_at FROM interactions WHERE created_at >= ? ORDER BY created_at LIMIT 1';
  return valuesOf<number>(database, sql).get(from) ?? null;
}

export function countInteractionsBetween(database: Database, from: number, to: number): number {
  return numberOf(database, interactionsBetweenSql, from, to);
}

export const interactionsBetweenSql =
  'SELECT count(*) FROM interactions WHERE created_at >= ? AND created_at < ?';

export function countEditedBetween(database: Database, from: number, to: number): number {
  return numberOf(database, `${interactionsBetweenSql} AND edited = 1`, from, to);
}

export function countInteractionsWithoutTime(database: Database): number {
  return numberOf(
    database,
    `SELECT (SELECT count(*) FROM interactions) - (SELECT count(*) FROM interactions WHERE created_at IS NOT NULL)`,
  );
}

/** Changes of the interactions of a time, and how many of them have no failure mode. */
export function countChangesBetween(
  database: Database,
  from: number,
  to: number,
): { readonly changes: number; readonly unclassified: number } {
  const row = rowsOf<{ changes: number; unclassified: number }>(database, changesBetweenSql).get(from, to);
  return row ?? { changes: 0, unclassified: 0 };
}

export const changesBetweenSql = `
SELECT count(c.seq) AS changes, count(c.seq) - count(m.change_seq) AS unclassified
FROM interactions AS i CROSS JOIN changes AS c ON c.interaction_seq = i.seq
LEFT JOIN change_modes AS m ON m.change_seq = c.seq
WHERE i.created_at >= ? AND i.created_at < ?`;

/** A failure mode that is in use, or a cluster nobody has decided on. */
export interface CountedSubject {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly colour: number | null;
}

export interface CountedMode extends CountedSubject {
  readonly status: ModeDefinition['status'];
  readonly statusAt: number | null;
  readonly severity: ModeDefinition['severity'];
  readonly owner: string | null;
}

export function countedModes(database: Database): CountedMode[] {
  return rowsOf<CountedMode>(
    database,
    `SELECT seq, id, name, colour, status, status_at AS statusAt, severity, owner FROM failure_modes
     WHERE ${stands} ORDER BY seq`,
  ).all();
}

export interface CountedCluster extends CountedSubject {
  readonly runSeq: number;
}

export function proposedClusters(database: Database): CountedCluster[] {
  return rowsOf<CountedCluster>(
    database,
    `SELECT c.seq, c.id, c.name, c.colour, c.run_seq AS runSeq FROM cluster_runs AS r
     JOIN clusters AS c ON c.run_seq = r.seq
     WHERE r.state = 'current' AND NOT EXISTS (SELECT 1 FROM cluster_decisions AS d WHERE d.cluster_id = c.id)
     ORDER BY c.seq`,
  ).all();
}

export function hasCurrentRun(database: Database): boolean {
  return numberOf(database, `SELECT count(*) FROM cluster_runs WHERE state = 'current'`) > 0;
}

/** In how many interactions of a week a failure mode was seen. */
export const modeInteractionsSql =
  'SELECT count(DISTINCT interaction_seq) FROM change_modes WHERE mode_seq = ? AND week = ?';

export const clusterInteractionsSql =
  'SELECT count(DISTINCT interaction_seq) FROM change_clusters WHERE run_seq = ? AND cluster_seq = ? AND week = ?';

/** The first week in which it was seen; null where that is not known. */
export const modeFirstWeekSql =
  'SELECT week FROM change_modes WHERE mode_seq = ? AND week IS NOT NULL ORDER BY week LIMIT 1';

export const clusterFirstWeekSql = `
SELECT week FROM change_clusters WHERE run_seq = ? AND cluster_seq = ? AND week IS NOT NULL ORDER BY week LIMIT 1`;

/** How a subject's weeks are read. */
export interface SubjectWeeks {
  readonly countIn: (week: number) => number;
  readonly firstWeek: () => number | null;
}

export function weeksOfMode(database: Database, { seq }: CountedMode): SubjectWeeks {
  return {
    countIn: (week) => numberOf(database, modeInteractionsSql, seq, week),
    firstWeek: () => valuesOf<number>(database, modeFirstWeekSql).get(seq) ?? null,
  };
}

export function weeksOfCluster(database: Database, { seq, runSeq }: CountedCluster): SubjectWeeks {
  return {
    countIn: (week) => numberOf(database, clusterInteractionsSql, runSeq, seq, week),
    firstWeek: () => valuesOf<number>(database, clusterFirstWeekSql).get(runSeq, seq) ?? null,
  };
}

/** Whether a failure mode was seen in the week in an interaction that was logged after a moment. */
export function isModeSeenAfter(database: Database, modeSeq: number, week: number, at: number): boolean {
  return numberOf(database, modeSeenAfterSql, modeSeq, week, at) > 0;
}

export const modeSeenAfterSql = `
SELECT EXISTS (SELECT 1 FROM change_modes AS m CROSS JOIN interactions AS i ON i.seq = m.interaction_seq
  WHERE m.mode_seq = ? AND m.week = ? AND i.created_at > ?)`;

/** A change of a week, and what it is equal to. */
export interface ExampleRow {
  readonly seq: number;
  readonly digest: number;
}

export type ExampleOrder = 'typical' | 'borderline';

const exampleLimit = 60;

/** Changes of a failure mode in a week, from the most typical on, or from its border on. */
export function modeExamples(
  database: Database,
  { seq }: CountedMode,
  week: number,
  order: ExampleOrder,
): ExampleRow[] {
  return rowsOf<ExampleRow>(database, modeExamplesSql(order)).all(seq, week, exampleLimit);
}

export function clusterExamples(
  database: Database,
  { seq, runSeq }: CountedCluster,
  week: number,
  order: ExampleOrder,
): ExampleRow[] {
  return rowsOf<ExampleRow>(database, clusterExamplesSql(order)).all(runSeq, seq, week, exampleLimit);
}

/** Sorts the changes of the week, and does not read all of every week in the order of their likeness: hence the plus. */
export function modeExamplesSql(order: ExampleOrder): string {
  return `SELECT c.seq, c.digest FROM change_modes AS m CROSS JOIN changes AS c ON c.seq = m.change_seq
    WHERE m.mode_seq = ? AND m.week = ? ORDER BY +m.similarity ${directions[order]}, c.digest, c.seq LIMIT ?`;
}

export function clusterExamplesSql(order: ExampleOrder): string {
  return `SELECT c.seq, c.digest FROM change_clusters AS m CROSS JOIN changes AS c ON c.seq = m.change_seq
    WHERE m.run_seq = ? AND m.cluster_seq = ? AND m.week = ?
    ORDER BY +m.similarity ${directions[order]}, c.digest, c.seq LIMIT ?`;
}

const directions = { typical: 'DESC', borderline: 'ASC' } as const;

export interface LivePromptVersion {
  readonly name: string;
  readonly liveFrom: number;
}

/** Prompt versions that went live in a time; there are few of them. */
export function promptVersionsBetween(database: Database, from: number, to: number): LivePromptVersion[] {
  return rowsOf<LivePromptVersion>(
    database,
    `SELECT name, live_from AS liveFrom FROM prompt_versions WHERE live_from >= ? AND live_from < ?
     ORDER BY live_from, name`,
  ).all(from, to);
}

/** Names of all clusters of the current run. */
export function clusterNames(database: Database): { readonly id: string; readonly name: string }[] {
  return rowsOf<{ id: string; name: string }>(
    database,
    `SELECT c.id, c.name FROM cluster_runs AS r JOIN clusters AS c ON c.run_seq = r.seq WHERE r.state = 'current'`,
  ).all();
}
