/**
 * How many code points of a text lie before each of these positions in UTF-16 units, which rise. A position inside
 * of a surrogate pair counts the pair.
 */
export function codePointsBefore(text: string, positions: readonly number[]): readonly number[] {
  let at = 0;
  let count = 0;
  return positions.map((position) => {
    while (at < position && at < text.length) {
      at += (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
      count += 1;
    }
    return count;
  });
}
