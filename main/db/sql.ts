/** A piece of SQL with `?` placeholders and the values bound to them, in order. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly (string | number)[];
}

export function sql(text: string, ...parameters: readonly (string | number)[]): Sql {
  return { text, parameters };
}

/** Joins with a separator, keeping parameters in the order of their placeholders. */
export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    parameters: parts.flatMap((part) => part.parameters),
  };
}

/** A LIKE pattern (with ESCAPE '\') that finds the text anywhere; what it holds of % and _ is taken literally. */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}
