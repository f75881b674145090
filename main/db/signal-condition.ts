import type { Clause } from '../../shared/domain/filter/filter.ts';
import { normaliseAction } from '../../shared/domain/mapping/normalise-action.ts';
import { joinSql, likePattern, type Sql, sql } from './sql.ts';

/** As many characters of a signal's text as the index `signals_by_name` holds. */
const indexedCharacters = 64;

/** A condition on `signals` for one value as people write it: a number, or a text such as `accepted`. */
export function signalCondition(name: string, operator: Clause['operator'], value: string): Sql {
  if (value === '') return sql('name = ?', name);
  if (operator === '~') return sql(`name = ? AND text LIKE ? ESCAPE '\\'`, name, likePattern(value));
  if (operator !== '=' && operator !== '!=')
    return sql(`name = ? AND number ${operator} ?`, name, Number(value));
  const texts = textsOf(name, value).map((text) => textCondition(name, text));
  const number = Number(value);
  const isNumber = value.trim() !== '' && Number.isFinite(number);
  const either = joinSql(
    isNumber ? [...texts, sql('name = ? AND number = ?', name, number)] : texts,
    ') OR (',
  );
  return { ...either, text: `((${either.text}))` };
}

/** Actions are stored in the glossary's words (`rejected` as `discarded`); people may ask in those of their logs. */
function textsOf(name: string, value: string): readonly string[] {
  return name === 'action' ? [...new Set([value, normaliseAction(value)])] : [value];
}

function textCondition(name: string, value: string): Sql {
  // By code points, as SQLite counts.
  const characters = Array.from(value);
  const start = characters.slice(0, indexedCharacters).join('');
  const condition = sql(
    `name = ? AND number IS NULL AND substr(text, 1, ${indexedCharacters}) = ?`,
    name,
    start,
  );
  // A start shorter than what is indexed is the whole text, and the index alone answers.
  if (characters.length < indexedCharacters) return condition;
  return sql(`${condition.text} AND text = ?`, ...condition.parameters, value);
}
