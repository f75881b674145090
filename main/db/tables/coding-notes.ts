import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** A note on a part of an output, or an answer in free text. */
export interface NoteRow {
  readonly seq: number;
  readonly place: string;
  readonly annotatorSeq: number;
  /** The question it answers; null for a note on a part. */
  readonly question: string | null;
  readonly text: string;
  readonly quote: string | null;
  readonly added: string | null;
  readonly at: number | null;
}

/** Every note, in import order. Questions are those answered in free text. */
export function allNotes(database: Database, questions: readonly string[]): NoteRow[] {
  return rowsOf<NoteRow>(database, notesSql).all(JSON.stringify(questions));
}

/** Exported for the test of its query plan. */
export const notesSql = `
SELECT interaction_seq AS seq, place, annotator_seq AS annotatorSeq, NULL AS question, note AS text, quote, added, at
FROM span_labels INDEXED BY span_labels_with_note WHERE note IS NOT NULL
UNION ALL
SELECT l.interaction_seq, '', l.annotator_seq, l.question, l.value ->> '$', NULL, NULL, l.at
FROM json_each(?) AS asked CROSS JOIN labels AS l INDEXED BY labels_by_answer ON l.question = asked.value
WHERE json_type(l.value) = 'text'
ORDER BY 1`;

export interface NotedInteraction {
  readonly seq: number;
  readonly id: string;
  /** The beginning of its output. */
  readonly output: string;
}

export function notedInteractions(database: Database, seqs: readonly number[]): NotedInteraction[] {
  return rowsOf<NotedInteraction>(
    database,
    `SELECT i.seq, i.id, substr(i.output, 1, 300) AS output
     FROM json_each(?) AS list CROSS JOIN interactions AS i ON i.seq = list.value`,
  ).all(JSON.stringify(seqs));
}

export function annotatorNames(database: Database): Map<number, string> {
  const rows = rowsOf<{ seq: number; name: string }>(database, 'SELECT seq, name FROM annotators').all();
  return new Map(rows.map(({ seq, name }) => [seq, name]));
}
