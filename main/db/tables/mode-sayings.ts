import type { Database } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

/** What somebody says of a change, or with an empty place of a whole output, within a range of interactions. */
export interface Saying {
  readonly seq: number;
  readonly place: string;
  /** Id of a failure mode, which may have been merged or retired. */
  readonly failureMode: string;
}

export interface Verdict extends Saying {
  readonly verdict: 'in' | 'out';
  readonly at: number;
  readonly eventId: string;
}

/** What the project says of examples, in the order in which it was said. */
export function verdictsIn(database: Database, first: number, last: number): Verdict[] {
  return rowsOf<Verdict>(database, verdictsSql).all(first, last);
}

/** Every annotator's labels on parts of outputs that name a failure mode. */
export function spanSayings(database: Database, first: number, last: number): Saying[] {
  return rowsOf<Saying>(database, spanSayingsSql).all(first, last);
}

/** Every annotator's answers to these questions. */
export function answerSayings(
  database: Database,
  first: number,
  last: number,
  questions: readonly string[],
): Saying[] {
  return rowsOf<Saying>(database, answerSayingsSql).all(first, last, JSON.stringify(questions));
}

/** What the team says to these questions, in the order in which it was said. */
export function resolvedSayings(
  database: Database,
  first: number,
  last: number,
  questions: readonly string[],
): Saying[] {
  return rowsOf<Saying>(database, resolvedSayingsSql).all(first, last, JSON.stringify(questions));
}

/** Interactions of which anybody says a failure mode, in order. */
export function interactionsWithSayings(database: Database, questions: readonly string[]): number[] {
  const asked = JSON.stringify(questions);
  return valuesOf<number>(database, interactionsWithSayingsSql).all(asked, asked);
}

/** Exported for the test of their query plans. */
export const interactionsWithSayingsSql = `
SELECT interaction_seq FROM failure_mode_members
UNION SELECT interaction_seq FROM span_labels INDEXED BY span_labels_by_failure_mode WHERE failure_mode IS NOT NULL
UNION SELECT interaction_seq FROM labels INDEXED BY labels_by_answer
  WHERE question IN (SELECT value FROM json_each(?))
UNION SELECT interaction_seq FROM resolutions INDEXED BY resolutions_by_answer
  WHERE question IN (SELECT value FROM json_each(?))
ORDER BY interaction_seq`;
export const verdictsSql = `
SELECT interaction_seq AS seq, place, failure_mode AS failureMode, verdict, at, event_id AS eventId
FROM failure_mode_members WHERE interaction_seq BETWEEN ? AND ? ORDER BY at, event_id`;
export const spanSayingsSql = `
SELECT interaction_seq AS seq, place, failure_mode AS failureMode FROM span_labels
INDEXED BY sqlite_autoindex_span_labels_1 WHERE interaction_seq BETWEEN ? AND ? AND failure_mode IS NOT NULL`;
export const answerSayingsSql = `
SELECT interaction_seq AS seq, '' AS place, json_extract(value, '$') AS failureMode FROM labels
INDEXED BY sqlite_autoindex_labels_1 WHERE interaction_seq BETWEEN ? AND ?
AND question IN (SELECT value FROM json_each(?)) AND json_type(value) = 'text'`;
export const resolvedSayingsSql = `
SELECT interaction_seq AS seq, '' AS place, json_extract(value, '$') AS failureMode FROM resolutions
INDEXED BY sqlite_autoindex_resolutions_1 WHERE interaction_seq BETWEEN ? AND ?
AND question IN (SELECT value FROM json_each(?)) AND json_type(value) = 'text' ORDER BY at, event_id`;
