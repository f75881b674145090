/**
 * What a person types into a search box as an FTS5 query that can never be a syntax error: every word is a quoted
 * string, all must occur, "words in quotes" stay a phrase, and the word being typed (the last, unless a space or
 * quote ends it) matches as a prefix. Null where there is nothing to look for.
 *
 * Quoting is FTS5's own rule: inside a string only the quote itself is special, doubled
 * (https://sqlite.org/fts5.html#fts5_strings).
 */
export function toTextQuery(input: string): string | null {
  const terms: string[] = [];
  // NUL would end the query inside SQLite and leave a string open.
  const text = input.replaceAll('\0', ' ');
  for (const match of text.matchAll(/"([^"]*)"?|[^\s"]+/gu)) {
    const term = match[1] ?? match[0];
    if (!hasSearchable.test(term)) continue;
    const isBeingTyped = match[1] === undefined && match.index + match[0].length === text.length;
    terms.push(`"${term}"${isBeingTyped ? '*' : ''}`);
  }
  return terms.length === 0 ? null : terms.join(' ');
}

/** What the unicode61 tokenizer keeps: letters, numbers and private use. A term without any would match nothing. */
const hasSearchable = /[\p{L}\p{N}\p{Co}]/u;
