import type { Random } from './random.ts';

/** Values of a template's `$names`. */
export type Values = Readonly<Record<string, string>>;

/**
 * Expands `{one|another}` (nestable, an empty branch is allowed) by drawing and `$name` by looking up. Marks of the
 * form `<right~wrong>` stay, because one drawn phrasing is needed in both forms: see `rightly` and `wrongly`.
 */
export function expand(template: string, values: Values, random: Random): string {
  let text = template;
  for (let inner = innermost.exec(text); inner !== null; inner = innermost.exec(text)) {
    text =
      text.slice(0, inner.index) +
      random.pick((inner[1] ?? '').split('|')) +
      text.slice(inner.index + inner[0].length);
  }
  const filled = text.replaceAll(/\$([a-z][a-zA-Z0-9]*)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for $${name} in: ${template}`);
    return value;
  });
  return filled.replaceAll(/ {2,}/g, ' ').trim();
}

const innermost = /\{([^{}]*)\}/;
const mark = /<([^<>~]*)~([^<>~]*)>/g;

export function hasMark(text: string): boolean {
  return /<[^<>~]*~[^<>~]*>/.test(text);
}

/** The text as it should have been. */
export function rightly(text: string): string {
  return text.replaceAll(mark, '$1');
}

/** The text with the detail the assistant got wrong. */
export function wrongly(text: string): string {
  return text.replaceAll(mark, '$2');
}
