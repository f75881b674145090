import type { Json } from '../../json.ts';

/**
 * A value of JSON as a literal of JavaScript and TypeScript. Signs that end a line in them, or that an editor does not show,
 * are escaped as well.
 */
export function literal(value: Json): string {
  return JSON.stringify(value).replaceAll(unseen, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
      .join(''),
  );
}

/** A text as a literal of Python, which has JSON's escapes, but knows no halves of characters. */
export function pythonLiteral(text: string): string {
  return JSON.stringify(text).replaceAll(unseen, (sign) => `\\U${hex(sign.codePointAt(0) ?? 0, 8)}`);
}

/** A text that can stand behind a sign of comment: one line, and nothing that ends a comment. */
export function commentText(text: string): string {
  return text.replaceAll(unseen, ' ').replaceAll('*/', '* /').replaceAll(/\s+/gu, ' ').trim();
}

/** Control characters, invisible ones, and the separators of lines and paragraphs. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
