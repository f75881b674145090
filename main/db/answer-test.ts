import type { Clause } from '../../shared/domain/filter/filter.ts';
import type { LabelValue } from '../../shared/domain/schema/label-schema.ts';
import type { Database } from './database.ts';
import { labelCondition, labelsOfQuestion } from './label-condition.ts';
import { valuesOf } from './query.ts';

/** Says which of these answers a clause asks for, by their places. */
export type AnswerTest = (values: readonly LabelValue[]) => ReadonlySet<number>;

/**
 * Holds answers that are not stored against a clause on a question's labels, by the very condition that stored labels
 * are found by. What a negated clause does not want is found; the caller takes it away.
 */
export function answerTest(
  database: Database,
  question: string,
  { operator, value }: Pick<Clause, 'operator' | 'value'>,
): AnswerTest {
  const { text, parameters } =
    value === '' ? labelsOfQuestion(question) : labelCondition(database, question, operator, value);
  const query = valuesOf<number>(
    database,
    `WITH labels (place, question, value) AS (SELECT key, ?, value FROM json_each(?))
     SELECT place FROM labels WHERE ${text}`,
  );
  return (values) => {
    const stored = JSON.stringify(values.map((one) => JSON.stringify(one)));
    return new Set(query.all(question, stored, ...parameters));
  };
}
