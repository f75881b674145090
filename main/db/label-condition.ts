import type { Clause } from '../../shared/domain/filter/filter.ts';
import type { Database } from './database.ts';
import { namedModes } from './failure-mode-sql.ts';
import { valuesOf } from './query.ts';
import { likePattern, type Sql, sql } from './sql.ts';

export function labelsOfQuestion(question: string): Sql {
  return sql('question = ?', question);
}

/**
 * A condition on `labels` for one value as people write it. Label values are stored as JSON, so `4`, `yes` and
 * `good` are looked up in each form they may have; lists (multiple choice) match by any of their elements, and a
 * failure mode by its name as well as by its id.
 */
export function labelCondition(
  database: Database,
  question: string,
  operator: Clause['operator'],
  value: string,
): Sql {
  if (operator === '~') {
    return sql(`question = ? AND json_extract(value, '$') LIKE ? ESCAPE '\\'`, question, likePattern(value));
  }
  if (operator !== '=' && operator !== '!=') {
    // JSON texts and lists begin with a quote or bracket and are no number to SQLite either.
    return sql(
      `question = ? AND json_type(value) IN ('integer', 'real') AND json_extract(value, '$') ${operator} ?`,
      question,
      Number(value),
    );
  }
  const texts = [value, ...failureModeIds(database, value)];
  const forms = [...texts.map((text) => JSON.stringify(text)), ...otherForms(value)];
  // Lists are one range of the index: '[' to the character after it.
  return sql(
    `question = ? AND (value IN (${marks(forms)}) OR (value >= '[' AND value < '\\' AND ` +
      `EXISTS (SELECT 1 FROM json_each(labels.value) AS element WHERE element.value IN (${marks(texts)}))))`,
    question,
    ...forms,
    ...texts,
  );
}

function marks(items: readonly unknown[]): string {
  return items.map(() => '?').join(', ');
}

function otherForms(value: string): string[] {
  const forms: string[] = [];
  if (value.trim() !== '' && Number.isFinite(Number(value))) forms.push(JSON.stringify(Number(value)));
  if (value === 'yes' || value === 'true') forms.push('true');
  if (value === 'no' || value === 'false') forms.push('false');
  return forms;
}

function failureModeIds(database: Database, name: string): string[] {
  return valuesOf<string>(
    database,
    `SELECT id FROM (${namedModes}) WHERE own = ? OR name = ? OR name = (
       SELECT name FROM (${namedModes}) WHERE id = ?)`,
  ).all(name, name, name);
}
