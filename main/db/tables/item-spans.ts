import { z } from 'zod';
import { type SpanLabel, spanLabelSchema } from '../../../shared/contract/item-operations.ts';
import { type Database, prepare } from '../database.ts';

/** The labels on parts of one output, in the order of the text. */
export function readSpans(database: Database, seq: number): SpanLabel[] {
  return z.array(spanLabelSchema).parse(prepare(database, spansSql).all(seq));
}

/** Exported for the test of its query plan. */
export const spansSql = `
SELECT s.start_unit AS start, s.end_unit AS "end", s.quote, s.added, a.name AS annotator,
  coalesce(named.merged_into, s.failure_mode) AS failureMode,
  m.name AS failureModeName, s.severity, s.note, s.category,
  CASE WHEN s.event_id IS NULL THEN 'import' ELSE 'app' END AS origin, s.at
FROM span_labels AS s JOIN annotators AS a ON a.seq = s.annotator_seq
LEFT JOIN failure_modes AS named ON named.id = s.failure_mode
LEFT JOIN failure_modes AS m ON m.id = coalesce(named.merged_into, named.id)
WHERE s.interaction_seq = ? ORDER BY s.start_unit, s.end_unit, a.name, s.place`;
