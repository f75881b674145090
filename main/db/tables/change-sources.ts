import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** Everything that changes are found in, of interactions behind one seq up to another, in their order. */

/** An edit beside the output that it is of, with what decides which edit of an interaction is shown. */
export interface EditedOutput {
  readonly seq: number;
  readonly editSeq: number;
  readonly output: string;
  readonly edit: string;
}

/** The edits that interactions show: the last one made in the app, else the last imported one. */
export function* shownEdits(database: Database, after: number, through: number): Generator<EditedOutput> {
  let shown: EditedOutput | null = null;
  for (const row of rowsOf<EditedOutput>(database, shownEditsSql).iterate(after, through)) {
    if (shown !== null && shown.seq !== row.seq) yield shown;
    shown = row;
  }
  if (shown !== null) yield shown;
}

/** Ordered as `editOrder` says, so that the last one of each interaction is shown. Exported for the test of its plan. */
export const shownEditsSql = `SELECT e.interaction_seq AS seq, e.seq AS editSeq, i.output, e.text AS edit
  FROM edits AS e INDEXED BY edits_by_interaction CROSS JOIN interactions AS i ON i.seq = e.interaction_seq
  WHERE e.interaction_seq > ? AND e.interaction_seq <= ?
  ORDER BY e.interaction_seq, e.origin = 'app', e.edited_at, CASE e.origin WHEN 'app' THEN e.id END, e.seq`;

/** A place of an output that somebody labelled; `added` is null where it is no change of an edit. */
export interface LabelledPlace {
  readonly seq: number;
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly added: string | null;
}

export function labelledPlaces(database: Database, after: number, through: number): LabelledPlace[] {
  return rowsOf<LabelledPlace>(
    database,
    `SELECT interaction_seq AS seq, place, min(start_unit) AS start, end_unit AS "end", quote, added FROM span_labels
     WHERE interaction_seq > ? AND interaction_seq <= ? GROUP BY interaction_seq, place`,
  ).all(after, through);
}

/** What says that an output failed: it was discarded or rated low, or somebody commented on it, named its failure mode or made it an example of one. */
export interface FailureSign {
  readonly seq: number;
  /** What was said; null where nothing was. */
  readonly comment: string | null;
}

export function failureSigns(
  database: Database,
  after: number,
  through: number,
  lowRating: number,
): FailureSign[] {
  return rowsOf<FailureSign>(database, failureSignsSql).all(
    after,
    through,
    lowRating,
    after,
    through,
    after,
    through,
  );
}

/** Exported for the test of its plan. */
export const failureSignsSql = `SELECT interaction_seq AS seq, CASE name WHEN 'comment' THEN text END AS comment
  FROM signals INDEXED BY signals_by_interaction
  WHERE interaction_seq > ? AND interaction_seq <= ? AND (
    (name = 'comment' AND trim(text) <> '') OR (name = 'action' AND text = 'discarded')
    OR (name = 'thumbs' AND number <= 0) OR (name = 'rating' AND number <= ?))
  UNION ALL
  SELECT interaction_seq, NULL FROM labels
  WHERE interaction_seq > ? AND interaction_seq <= ? AND value LIKE '"%'
    AND EXISTS (SELECT 1 FROM failure_modes WHERE id = value ->> '$')
  UNION ALL
  SELECT interaction_seq, NULL FROM failure_mode_members
  WHERE interaction_seq > ? AND interaction_seq <= ? AND place = '' AND verdict = 'in'`;

/**
 * Ratings up to this are low: in the lowest quarter of those that were given, such as 1 and 2 of 1 to 5. Below every
 * rating where all are the same.
 */
export function lowRatingOf(database: Database): number {
  const least = numberOf(database, `SELECT min(number) FROM signals WHERE name = 'rating'`);
  const most = numberOf(database, `SELECT max(number) FROM signals WHERE name = 'rating'`);
  return least < most ? least + (most - least) / 4 : least - 1;
}

/** When interactions were logged, UTC milliseconds. */
export interface LoggedAt {
  readonly seq: number;
  readonly at: number | null;
}

export function loggedAt(database: Database, after: number, through: number): LoggedAt[] {
  return rowsOf<LoggedAt>(
    database,
    `SELECT seq, created_at AS at FROM interactions INDEXED BY interactions_in_order
     WHERE seq > ? AND seq <= ? ORDER BY seq`,
  ).all(after, through);
}
