/**
 * Whether two texts are the same but for white space: runs of it count as one space, and none at the ends. Ends at
 * the first difference, so that it costs nearly nothing for texts that differ.
 */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  let [atA, atB] = [afterSpace(a, 0), afterSpace(b, 0)];
  while (atA < a.length && atB < b.length) {
    const nextA = afterSpace(a, atA);
    const nextB = afterSpace(b, atB);
    const isSpace = nextA > atA;
    if (isSpace !== nextB > atB) return nextA === a.length && nextB === b.length;
    if (!isSpace && a.charCodeAt(atA) !== b.charCodeAt(atB)) return false;
    atA = isSpace ? nextA : atA + 1;
    atB = isSpace ? nextB : atB + 1;
  }
  return afterSpace(a, atA) === a.length && afterSpace(b, atB) === b.length;
}

/** The first position from `at` on that holds no white space. */
function afterSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isWhiteSpace(text.charCodeAt(next))) next += 1;
  return next;
}

/** What `\s` matches: ASCII is told by numbers, the rest rarely occurs. */
function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit >= 0xa0 && /\s/u.test(String.fromCharCode(unit));
}
