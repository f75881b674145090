/** One part of a query as it stands in the text: a word, a "phrase", or field, operator and value. */
export interface QueryToken {
  /** Offsets in the text, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
  /** Unquoted; null for words and phrases. */
  readonly field: string | null;
  readonly operator: string;
  /** Where the value begins; for words and phrases, where they do. */
  readonly valueFrom: number;
  /** Unquoted, without the `*` of a beginning. */
  readonly value: string;
  readonly isPrefix: boolean;
  /** A quote of it is not closed. */
  readonly isOpen: boolean;
}

const operatorStart = /!=|<=|>=|[:=<>~]/uy;

/** The parts of a query, in order. White space outside of quotes separates them; in quotes `\"` is a quote. */
export function tokenizeQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (const start of text.matchAll(/\S/gu)) {
    const from = start.index;
    if (from < (tokens.at(-1)?.to ?? 0)) continue;
    tokens.push(readToken(text, from));
  }
  return tokens;
}

function readToken(text: string, from: number): QueryToken {
  const isNegated = text[from] === '-';
  let at = isNegated ? from + 1 : from;
  let field: string | null = null;
  let operator = '';
  let valueFrom = at;
  let value = '';
  let isPrefix = false;
  let isOpen = false;
  while (at < text.length && !/\s/u.test(text[at] ?? '')) {
    isPrefix = false;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      value += quoted.content;
      at = quoted.to;
      isOpen = quoted.isOpen;
      continue;
    }
    operatorStart.lastIndex = at;
    const found = field === null ? operatorStart.exec(text)?.[0] : undefined;
    if (found !== undefined) {
      field = value;
      operator = found;
      value = '';
      at += found.length;
      valueFrom = at;
      continue;
    }
    isPrefix = text[at] === '*';
    value += text[at] ?? '';
    at += 1;
  }
  if (isPrefix) value = value.slice(0, -1);
  return { from, to: at, isNegated, field, operator, valueFrom, value, isPrefix, isOpen };
}

function readQuoted(text: string, from: number) {
  let content = '';
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') return { content, to: at + 1, isOpen: false };
    const isEscape = character === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\');
    if (isEscape) at += 1;
    content += text[at] ?? '';
  }
  return { content, to: text.length, isOpen: true };
}

/** A name or value as it can stand in a query: in quotes where it holds what would end or change it. */
export function quoteIfNeeded(text: string): string {
  return /^[^\s":=!<>~*-][^\s":=!<>~*]*$/u.test(text) ? text : quote(text);
}

export function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
}
