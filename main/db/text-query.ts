import { type TextField } from '../../shared/domain/filter/filter.ts';
import { textTerms } from '../../shared/domain/filter/text-terms.ts';

/**
 * The value of a text clause as an FTS5 query that can never be a syntax error: every term is a quoted string, all
 * must occur, in the texts or in one of them. Null where there is nothing to look for.
 *
 * Quoting is FTS5's own rule: inside a string only the quote itself is special, and terms hold none
 * (https://sqlite.org/fts5.html#fts5_strings).
 */
export function toTextQuery(value: string, field: TextField = 'text'): string | null {
  // NUL would end the query inside SQLite and leave a string open.
  const terms = textTerms(value.replaceAll('\0', ' ')).map(
    ({ text, isPrefix }) => `"${text}"${isPrefix ? '*' : ''}`,
  );
  if (terms.length === 0) return null;
  return field === 'text' ? terms.join(' ') : `{${field}} : (${terms.join(' ')})`;
}
