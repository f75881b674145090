import type { Clause } from '../../shared/domain/filter/filter.ts';
import { likePattern, type Sql, sql } from './sql.ts';

/** As many characters of a signal's text as the index `signals_by_name` holds. */
const indexedCharacters = 64;

/** A condition on `signals` for one value as people write it: a number, or a text such as `accepted`. */
export function signalCondition(name: string, operator: Clause['operator'], value: string): Sql {
  if (value === '') return sql('name = ?', name);
  if (operator === '~') return sql(`name = ? AND text LIKE ? ESCAPE '\\'`, name, likePattern(value));
  if (operator !== '=' && operator !== '!=')
    return sql(`name = ? AND number ${operator} ?`, name, Number(value));
  const text = textCondition(name, value);
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return text;
  return sql(`((name = ? AND number = ?) OR (${text.text}))`, name, number, ...text.parameters);
}

function textCondition(name: string, value: string): Sql {
  const start = [...value].slice(0, indexedCharacters).join('');
  const condition = sql(
    `name = ? AND number IS NULL AND substr(text, 1, ${indexedCharacters}) = ?`,
    name,
    start,
  );
  // A start shorter than what is indexed is the whole text, and the index alone answers.
  if ([...value].length < indexedCharacters) return condition;
  return sql(`${condition.text} AND text = ?`, ...condition.parameters, value);
}
