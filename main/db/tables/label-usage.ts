import { z } from 'zod';
import { type Database, prepare } from '../database.ts';

const questionCounts = z.array(z.object({ question: z.string(), labels: z.int() }));

const answerCounts = z.array(
  z.object({ value: z.union([z.string(), z.number()]), type: z.string(), labels: z.int() }),
);

/** How many labels each question has, whether it is asked or not. */
export function countLabelsByQuestion(database: Database): z.infer<typeof questionCounts> {
  return questionCounts.parse(
    prepare(
      database,
      'SELECT question, count(*) AS labels FROM labels GROUP BY question ORDER BY question',
    ).all(),
  );
}

/** How many labels of a question name each of its answers; a list counts once for each of its elements. */
export function countLabelsByAnswer(
  database: Database,
  question: string,
): { readonly value: string | number | boolean; readonly labels: number }[] {
  const rows = prepare(
    database,
    `SELECT element.value AS value, element.type AS type, count(*) AS labels
     FROM labels, json_each(labels.value) AS element
     WHERE labels.question = ? GROUP BY element.value, element.type ORDER BY labels DESC LIMIT 500`,
  ).all(question);
  return answerCounts.parse(rows).map(({ value, type, labels }) => ({
    // SQLite knows no booleans outside of JSON.
    value: type === 'true' || type === 'false' ? type === 'true' : value,
    labels,
  }));
}
