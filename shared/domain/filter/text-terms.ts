/** One word or phrase to look for. */
export interface TextTerm {
  /** Without quotes. */
  readonly text: string;
  /** Words that begin with the last word are meant as well. */
  readonly isPrefix: boolean;
}

/**
 * What the value of a text clause asks for: words, "phrases in quotes", and beginnings (`refu*`, `"my refu"*`). The
 * word being typed (the last, unless a space or quote ends it) is a beginning as well. Terms without a letter or
 * number are left out: nothing is found by them.
 */
export function textTerms(value: string): TextTerm[] {
  const terms: TextTerm[] = [];
  for (const match of value.matchAll(/"([^"]*)"?(\*?)|[^\s"]+/gu)) {
    const [whole, phrase, star] = match;
    const isLast = match.index + whole.length === value.length;
    const term =
      phrase === undefined
        ? { text: whole.replace(/\*+$/u, ''), isPrefix: isLast || whole.endsWith('*') }
        : { text: phrase, isPrefix: star === '*' };
    if (isSearchable(term.text)) terms.push(term);
  }
  return terms;
}

/** Letters, numbers and private use are what the index keeps of a text. */
export function isSearchable(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text);
}
