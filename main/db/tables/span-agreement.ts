import type { Database } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

/** A label on a part of an output, as far as agreement looks at it. */
export interface MarkedSpan {
  readonly seq: number;
  readonly annotatorSeq: number;
  readonly start: number;
  readonly end: number;
  /** Id of the failure mode; '' where there is none. */
  readonly name: string;
}

/** Annotators who labelled a part of any output. */
export function spanRaters(database: Database): Set<number> {
  return new Set(valuesOf<number>(database, 'SELECT DISTINCT annotator_seq FROM span_labels').all());
}

/** The next interactions with labels on parts of their outputs. */
export function interactionsWithSpans(database: Database, after: number, limit: number): number[] {
  return valuesOf<number>(database, interactionsWithSpansSql).all(after, limit);
}

export const interactionsWithSpansSql =
  'SELECT DISTINCT interaction_seq FROM span_labels WHERE interaction_seq > ? ORDER BY interaction_seq LIMIT ?';

export const markedSpansSql = `
SELECT s.interaction_seq AS seq, s.annotator_seq AS annotatorSeq, s.start_unit AS start, s.end_unit AS "end",
  coalesce(s.failure_mode, '') AS name
FROM json_each(?) AS page CROSS JOIN span_labels AS s ON s.interaction_seq = page.value`;

/** The labels on parts of these outputs, those of each together and in their order. */
export function markedSpans(database: Database, seqs: readonly number[]): MarkedSpan[] {
  return rowsOf<MarkedSpan>(database, markedSpansSql).all(JSON.stringify(seqs));
}

export interface Answerer {
  readonly seq: number;
  readonly annotatorSeq: number;
}

export const answerersSql = `
SELECT DISTINCT l.interaction_seq AS seq, l.annotator_seq AS annotatorSeq
FROM json_each(?) AS page CROSS JOIN labels AS l ON l.interaction_seq = page.value`;

/** Who answered any question about these interactions. */
export function answerers(database: Database, seqs: readonly number[]): Answerer[] {
  return rowsOf<Answerer>(database, answerersSql).all(JSON.stringify(seqs));
}
