import type { ChangeText } from './change-features.ts';

/** UTF-16 units of the output that stand on either side. */
export const changeContextUnits = 80;

/** A change of an output, with what stands on either side of it. */
export function changeTextAt(output: string, start: number, end: number, added: string): ChangeText {
  return {
    removed: output.slice(start, end),
    added,
    before: cut(output, Math.max(0, start - changeContextUnits), start),
    after: cut(output, end, end + changeContextUnits),
    comments: [],
    isWhole: false,
    position: output.length === 0 ? 0 : start / output.length,
  };
}

/** A whole output that failed, with what was said of it. */
export function wholeOutputText(output: string, comments: readonly string[]): ChangeText {
  const before = cut(output, 0, 2 * changeContextUnits);
  return { removed: '', added: '', before, after: '', comments, isWhole: true, position: 0 };
}

/** A stretch of a text without half a character at its ends. */
function cut(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
}
