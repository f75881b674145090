import { nameOfField } from '../filter/field-name.ts';
import { type Clause, type Filter, isTextField } from '../filter/filter.ts';
import { type TextTerm, textTerms } from '../filter/text-terms.ts';
import { quote, quoteIfNeeded } from './query-token.ts';

/** The query line of a filter: `parseQuery` reads it back as one that finds the same. */
export function queryToText(filter: Filter): string {
  return filter.map(clauseToQuery).join(' ');
}

/** One clause as it stands in a query line. */
export function clauseToQuery(clause: Clause): string {
  const { field, operator, value, not } = clause;
  const minus = not === true ? '-' : '';
  if (isTextField(field)) {
    const terms = textTerms(value);
    const name = field === 'text' ? '' : `${field}:`;
    if (terms.length === 0) return `${minus}${name}${quote(value)}`;
    return terms.map((term) => `${minus}${name}${termToQuery(term)}`).join(' ');
  }
  return `${minus}${quoteIfNeeded(nameOfField(field))}${operator}${value === '' ? '' : quoteIfNeeded(value)}`;
}

function termToQuery({ text, isPrefix }: TextTerm): string {
  return `${quoteIfNeeded(text)}${isPrefix ? '*' : ''}`;
}
