import type { Database } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

/** A current label of one question; the value is JSON. */
export interface StoredAnswer {
  readonly seq: number;
  readonly annotatorSeq: number;
  readonly value: string;
}

/** The plus keeps the search on the primary key, interaction by interaction. */
export const answersSql = `
SELECT l.interaction_seq AS seq, l.annotator_seq AS annotatorSeq, l.value
FROM json_each(?) AS page CROSS JOIN labels AS l ON l.interaction_seq = page.value AND +l.question = ?`;

/** Reads the labels of a question on these interactions, together for each and in their order. */
export function answerReader(
  database: Database,
  question: string,
): (seqs: readonly number[]) => StoredAnswer[] {
  const query = rowsOf<StoredAnswer>(database, answersSql);
  return (seqs) => query.all(JSON.stringify(seqs), question);
}

/** Looks for the next question by index, so that it takes a step a question and not a step a label. */
export const answeredQuestionsSql = `
WITH RECURSIVE answered (question) AS (
  SELECT min(question) FROM labels
  UNION ALL
  SELECT (SELECT min(question) FROM labels WHERE question > answered.question) FROM answered
  WHERE answered.question IS NOT NULL
)
SELECT question FROM answered WHERE question IS NOT NULL`;

/** The questions that have labels, also those that the label schema does not know. */
export function answeredQuestions(database: Database): string[] {
  return valuesOf<string>(database, answeredQuestionsSql).all();
}
