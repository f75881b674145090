import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** Exported for the test of their query plans: an annotator may have given every label of a project. */
export const labelsOfAnnotatorSql = `
SELECT count(*) AS items, coalesce(sum(given), 0) AS labels FROM
  (SELECT count(*) AS given FROM labels WHERE annotator_seq = ? GROUP BY interaction_seq)`;

export function countLabelsOfAnnotator(
  database: Database,
  annotatorSeq: number,
): { readonly items: number; readonly labels: number } {
  const counted = rowsOf<{ items: number; labels: number }>(database, labelsOfAnnotatorSql).get(annotatorSeq);
  return counted ?? { items: 0, labels: 0 };
}

export function countEditsOfAnnotator(database: Database, annotatorSeq: number): number {
  return numberOf(database, 'SELECT count(*) FROM edits WHERE annotator_seq = ?', annotatorSeq);
}

export function countSpansOfAnnotator(database: Database, annotatorSeq: number): number {
  return numberOf(database, 'SELECT count(*) FROM span_labels WHERE annotator_seq = ?', annotatorSeq);
}

/** What somebody did with an interaction; the clock is a hybrid time. */
export interface ActRow {
  readonly seq: number;
  readonly clock: string;
  readonly interactionId: string;
  /** 1 where it was one of many at once. */
  readonly isOfBatch: 0 | 1;
}

export const actsSql = `
SELECT seq, clock, interaction_id AS interactionId, json_extract(payload, '$.batch') IS NOT NULL AS isOfBatch FROM events
WHERE actor_seq = ? AND seq > ? AND interaction_id IS NOT NULL ORDER BY seq LIMIT 2000`;

/** A page of somebody's acts on interactions, in the order in which they were done here. */
export function actsOfAnnotator(database: Database, annotatorSeq: number, afterSeq: number): ActRow[] {
  return rowsOf<ActRow>(database, actsSql).all(annotatorSeq, afterSeq);
}

/** How often an answer was given; the value is JSON. */
export interface AnswerRow {
  readonly value: string;
  readonly everyone: number;
  readonly own: number;
}

/** The index of answers has everything, in the order of its values. */
export const answerCountsSql = `
SELECT value, count(*) AS everyone, sum(annotator_seq = ?) AS own FROM labels WHERE question = ? GROUP BY value`;

export function answerCounts(
  database: Database,
  question: string,
  annotatorSeq: number,
): IterableIterator<AnswerRow> {
  return rowsOf<AnswerRow>(database, answerCountsSql).iterate(annotatorSeq, question);
}
