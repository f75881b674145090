import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** What a simple model looks at in an interaction. */
export interface ModelledText {
  readonly seq: number;
  readonly output: string;
  readonly edited: number;
  readonly hter: number | null;
}

/** Reads what is there of these interactions, in their order. */
export function modelledTexts(database: Database): (seqs: readonly number[]) => ModelledText[] {
  const query = rowsOf<ModelledText>(database, modelledTextsSql);
  return (seqs) => query.all(JSON.stringify(seqs));
}

export const modelledTextsSql = `
SELECT i.seq, substr(i.output, 1, 4000) AS output, i.edited, m.hter FROM json_each(?) AS page
CROSS JOIN interactions AS i ON i.seq = page.value
LEFT JOIN edit_metrics AS m ON m.interaction_seq = i.seq`;

export interface AnsweredInteraction {
  readonly seq: number;
  readonly value: string;
}

/** The answers to a question one after the other, in an order that the index gives. */
export function answersTo(database: Database, question: string): IterableIterator<AnsweredInteraction> {
  return rowsOf<AnsweredInteraction>(
    database,
    'SELECT interaction_seq AS seq, value FROM labels INDEXED BY labels_by_answer WHERE question = ?',
  ).iterate(question);
}

export function countAnswersTo(database: Database, question: string): number {
  return numberOf(
    database,
    'SELECT count(*) FROM labels INDEXED BY labels_by_answer WHERE question = ?',
    question,
  );
}
