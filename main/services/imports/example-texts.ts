import type { Json } from '../../../shared/domain/json.ts';

const mostExamples = 3;
const mostCharacters = 200;

/** Up to three different values as one line of text each, cut to 200 characters. */
export function exampleTexts(values: readonly Json[]): string[] {
  const examples = new Set<string>();
  for (const value of values) {
    const text = oneLine(value);
    if (text !== '') examples.add(text);
    if (examples.size === mostExamples) break;
  }
  return [...examples];
}

/** A value as one line of text; what is cut off is shown by an ellipsis. */
export function oneLine(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text
    .slice(0, mostCharacters * 4)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (line.length <= mostCharacters) return line;
  return `${line.slice(0, mostCharacters - 1).toWellFormed()}…`;
}
