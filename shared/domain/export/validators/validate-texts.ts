import type { JsonObject } from '../../json.ts';
import { isSameText } from '../../text/is-same-text.ts';
import { rowError, type RowFinding } from '../row-finding.ts';

/** Rows of plain texts under these keys, TRL's "standard" ones; null where the row is not one of them. */
export function validateTexts(
  row: JsonObject,
  keys: { readonly prompt: string; readonly answers: readonly string[] },
): readonly RowFinding[] | null {
  const texts: string[] = [];
  for (const key of [keys.prompt, ...keys.answers]) {
    const text = row[key];
    if (typeof text !== 'string') return null;
    texts.push(text);
  }
  const [first = '', second] = texts.slice(1);
  const empty = keys.answers.find((_, at) => texts[at + 1]?.trim() === '');
  return [
    ...(empty === undefined ? [] : [rowError('empty_content', `${empty} is empty.`)]),
    ...(second !== undefined && isSameText(first, second)
      ? [rowError('identical_preference', 'Both answers are the same, apart from white space.')]
      : []),
  ];
}
