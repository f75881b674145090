/**
 * A text as a literal of JavaScript, TypeScript and Python alike: JSON's escapes are those of all three. Signs that end a
 * line in one of them, or that an editor does not show, are escaped as well.
 */
export function literal(text: string): string {
  return JSON.stringify(text).replaceAll(unseen, (sign) => escaped(sign));
}

/** A value of JSON as a literal of JavaScript and TypeScript. */
export function jsonLiteral(value: unknown): string {
  return JSON.stringify(value).replaceAll(unseen, (sign) => escaped(sign));
}

/** A text that can stand behind a sign of comment: one line, and nothing that ends a comment. */
export function commentText(text: string): string {
  return text.replaceAll(unseen, ' ').replaceAll('*/', '* /').replaceAll(/\s+/gu, ' ').trim();
}

/** Control characters, invisible ones, and the separators of lines and paragraphs. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

function escaped(sign: string): string {
  return sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
