import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** An interaction on which the answers to a question differ; triggers on `labels` keep the table true. */
export interface DisagreementRow {
  readonly seq: number;
  readonly id: string;
  readonly closeness: number;
  readonly agreement: number;
}

/** Where a page begins: behind this place in the order. */
export type DisagreementPlace = Omit<DisagreementRow, 'id'>;

export const openDisagreementsSql = `
SELECT d.interaction_seq AS seq, i.id, d.closeness, d.agreement
FROM disagreements AS d JOIN interactions AS i ON i.seq = d.interaction_seq
WHERE d.question = ? AND d.resolved = 0 AND (d.closeness, d.agreement, d.interaction_seq) > (?, ?, ?)
ORDER BY d.closeness, d.agreement, d.interaction_seq LIMIT ?`;

const start: DisagreementPlace = { seq: 0, closeness: -Number.MAX_VALUE, agreement: 0 };

/** Disagreements without a resolution, the furthest answers first, then the largest share of pairs that differ. */
export function openDisagreements(
  database: Database,
  question: string,
  after: DisagreementPlace | null,
  limit: number,
): DisagreementRow[] {
  const { closeness, agreement, seq } = after ?? start;
  return rowsOf<DisagreementRow>(database, openDisagreementsSql).all(
    question,
    closeness,
    agreement,
    seq,
    limit,
  );
}

/** Where an interaction stands in the order, resolved or not; null where nobody differs on it (any more). */
export function placeOfDisagreement(
  database: Database,
  question: string,
  id: string,
): DisagreementPlace | null {
  const row = rowsOf<DisagreementPlace>(
    database,
    `SELECT d.interaction_seq AS seq, d.closeness, d.agreement FROM disagreements AS d
     WHERE d.interaction_seq = (SELECT seq FROM interactions WHERE id = ?) AND d.question = ?`,
  ).get(id, question);
  return row ?? null;
}

export const disputedQuestionsSql = `
WITH RECURSIVE disputed (question) AS (
  SELECT min(question) FROM disagreements
  UNION ALL
  SELECT (SELECT min(question) FROM disagreements WHERE question > disputed.question) FROM disputed
  WHERE disputed.question IS NOT NULL
)
SELECT question FROM disputed WHERE question IS NOT NULL`;

/** Looks for the next question by index, so that it takes a step a question and not one a disagreement. */
export function disputedQuestions(database: Database): string[] {
  return valuesOf<string>(database, disputedQuestionsSql).all();
}

export const countDisagreementsSql = `
SELECT count(*) FROM (SELECT 1 FROM disagreements WHERE question = ? AND resolved = ? LIMIT ?)`;

/** How many disagreements on a question are open or resolved, up to `most`. */
export function countDisagreements(
  database: Database,
  question: string,
  isResolved: boolean,
  most: number,
): number {
  return numberOf(database, countDisagreementsSql, question, isResolved ? 1 : 0, most);
}

/** What the triggers write, from the labels as they are. */
const recounted = `
SELECT interaction_seq, question, coalesce(min(number) - max(number), 0) AS closeness,
  1.0 * sum(given * (given - 1)) / (sum(given) * (sum(given) - 1)) AS agreement,
  EXISTS (
    SELECT 1 FROM resolutions AS r WHERE r.interaction_seq = a.interaction_seq AND r.question = a.question
  ) AS resolved
FROM (
  SELECT interaction_seq, question, count(*) AS given,
    CASE WHEN json_type(value) IN ('integer', 'real') THEN value ->> '$' END AS number
  FROM labels GROUP BY interaction_seq, question, value
) AS a
GROUP BY interaction_seq, question HAVING count(*) > 1`;

/** Makes all of them anew. */
export function recountDisagreements(database: Database): void {
  prepare(database, 'DELETE FROM disagreements').run();
  prepare(
    database,
    `INSERT INTO disagreements (interaction_seq, question, closeness, agreement, resolved) ${recounted}`,
  ).run();
}

export function countAllDisagreements(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM disagreements');
}

/** Rows that are not what labels and resolutions say, and rows that are missing. */
export function countWrongDisagreements(database: Database): number {
  const stored = 'SELECT interaction_seq, question, closeness, agreement, resolved FROM disagreements';
  return numberOf(
    database,
    `SELECT (SELECT count(*) FROM (${stored} EXCEPT ${recounted})) + (SELECT count(*) FROM (${recounted} EXCEPT ${stored}))`,
  );
}
