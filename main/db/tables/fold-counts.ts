import { z } from 'zod';
import { type Database, prepare } from '../database.ts';
import { wrongFlags } from './interaction-flags.ts';

const rowCounts = z.object({
  interactions: z.int(),
  labels: z.int(),
  spanLabels: z.int(),
  appEdits: z.int(),
});

/** How many rows each fold has. */
export function countFoldedRows(database: Database): z.infer<typeof rowCounts> {
  const row = prepare(
    database,
    `SELECT (SELECT count(*) FROM interactions) AS interactions, (SELECT count(*) FROM labels) AS labels,
       (SELECT count(*) FROM span_labels) AS spanLabels,
       (SELECT count(*) FROM edits WHERE origin = 'app') AS appEdits`,
  ).get();
  return rowCounts.parse(row);
}

const journalRow = z.object({ events: z.int(), strayUndos: z.int() });

/** Events, and undos among them whose target is of another fold key or not before them. */
export function journalCounts(database: Database): z.infer<typeof journalRow> {
  const row = prepare(
    database,
    `SELECT (SELECT count(*) FROM events) AS events, (
       SELECT count(*) FROM events AS undo LEFT JOIN events AS target ON target.id = undo.undoes
       WHERE undo.undoes IS NOT NULL AND NOT (target.fold_key IS undo.fold_key AND target.clock < undo.clock)
     ) AS strayUndos`,
  ).get();
  return journalRow.parse(row);
}

/**
 * Labels and imported labels that no event is about and that differ from each other, and labels that name an event
 * of another label.
 */
export function countStrayLabels(database: Database): number {
  const key = `'label/' || i.id || '/' || a.id || '/'`;
  const untouched = `NOT EXISTS (SELECT 1 FROM events AS e WHERE e.fold_key = ${key} || l.question)`;
  const strays = prepare(
    database,
    `SELECT
       (SELECT count(*) FROM labels AS l
        JOIN interactions AS i ON i.seq = l.interaction_seq JOIN annotators AS a ON a.seq = l.annotator_seq
        LEFT JOIN imported_labels AS m USING (interaction_seq, annotator_seq, question)
        WHERE l.event_id IS NULL AND m.value IS NOT l.value)
     + (SELECT count(*) FROM imported_labels AS l
        JOIN interactions AS i ON i.seq = l.interaction_seq JOIN annotators AS a ON a.seq = l.annotator_seq
        LEFT JOIN labels AS f USING (interaction_seq, annotator_seq, question)
        WHERE f.value IS NULL AND ${untouched})
     + (SELECT count(*) FROM labels AS l
        JOIN interactions AS i ON i.seq = l.interaction_seq JOIN annotators AS a ON a.seq = l.annotator_seq
        JOIN events AS e ON e.id = l.event_id WHERE e.fold_key <> ${key} || l.question)`,
  )
    .pluck()
    .get();
  return Number(strays);
}

function spanColumns(table: string): string {
  return ['start_unit', 'end_unit', 'quote', 'added', 'failure_mode', 'severity', 'note', 'category']
    .map((column) => `${table}.${column}`)
    .join(', ');
}

/** The same for labels on parts of outputs. */
export function countStraySpanLabels(database: Database): number {
  const key = `'span/' || i.id || '/' || a.id || '/' || s.place`;
  const joins = `JOIN interactions AS i ON i.seq = s.interaction_seq JOIN annotators AS a ON a.seq = s.annotator_seq`;
  const strays = prepare(
    database,
    `SELECT
       (SELECT count(*) FROM span_labels AS s
        LEFT JOIN imported_span_labels AS m USING (interaction_seq, annotator_seq, place)
        WHERE s.event_id IS NULL AND (${spanColumns('m')}) IS NOT (${spanColumns('s')}))
     + (SELECT count(*) FROM imported_span_labels AS s ${joins}
        LEFT JOIN span_labels AS f USING (interaction_seq, annotator_seq, place)
        WHERE f.quote IS NULL AND NOT EXISTS (SELECT 1 FROM events AS e WHERE e.fold_key = ${key}))
     + (SELECT count(*) FROM span_labels AS s ${joins}
        JOIN events AS e ON e.id = s.event_id WHERE e.fold_key <> ${key})`,
  )
    .pluck()
    .get();
  return Number(strays);
}

export function countWrongFlags(database: Database): number {
  return Number(prepare(database, `SELECT count(*) FROM interactions WHERE ${wrongFlags}`).pluck().get());
}
