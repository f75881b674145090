/** Two texts without the words that both begin and end with. */
export interface Cut {
  readonly middleA: string;
  readonly middleB: string;
  /** Length of the common beginning, and of the common end, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts off what two texts have in common at both ends, where a space meets an ASCII letter or digit: there every text
 * has a word boundary, whatever stands around it. The words of the middle are the words of the whole, and so is the way
 * they differ.
 */
export function cutCommonEnds(a: string, b: string): Cut {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  if (same === a.length && same === b.length) return { middleA: '', middleB: '', start: same, end: 0 };
  let start = Math.max(0, same - 1);
  while (start > 0 && !isWordStart(a, start)) start--;

  const room = shorter - start;
  let end = 0;
  while (end < room && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  // The space before it has to be common as well.
  end = Math.max(0, end - 1);
  while (end > 0 && !isWordStart(a, a.length - end)) end--;
  return {
    middleA: a.slice(start, a.length - end),
    middleB: b.slice(start, b.length - end),
    start,
    end,
  };
}

function isWordStart(text: string, position: number): boolean {
  if (text.charCodeAt(position - 1) !== 0x20) return false;
  const code = text.charCodeAt(position);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}
