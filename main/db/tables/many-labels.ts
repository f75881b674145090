import { z } from 'zod';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';

/** The interaction of this seq as acts name it, or null where it is gone. */
export function interactionAt(
  database: Database,
  seq: number,
): { readonly seq: number; readonly id: string } | null {
  const row = prepare(database, 'SELECT seq, id FROM interactions WHERE seq = ?').get(seq);
  return row === undefined ? null : interactionRow.parse(row);
}

const interactionRow = z.object({ seq: z.int(), id: z.string() });

/**
 * Which of these interactions this annotator has answered, with the answers as they are stored (JSON).
 * @param seqs bounded by the caller: a page or a chunk
 */
export function answersAmong(
  database: Database,
  seqs: readonly number[],
  annotatorSeq: number,
  question: string,
): ReadonlyMap<number, string> {
  const answers = rowsOf<{ readonly seq: number; readonly value: string }>(database, answersSql);
  const rows = answers.all(JSON.stringify(seqs), annotatorSeq, question);
  return new Map(rows.map(({ seq, value }) => [seq, value]));
}

/** Exported for the test of its query plan. */
export const answersSql = `SELECT l.interaction_seq AS seq, l.value FROM json_each(?) AS wanted
  CROSS JOIN labels AS l ON l.interaction_seq = wanted.value WHERE l.annotator_seq = ? AND l.question = ?`;
