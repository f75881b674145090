/**
 * The end of a text in at most `length` units, from a word on where one begins soon, with a sign where more stands before it; white
 * space becomes blanks.
 */
export function lastPart(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const end = line.slice(line.length - length).replace(halfAtStart, '');
  const word = end.indexOf(' ') + 1;
  return `…${word < length / 3 ? end.slice(word) : end}`;
}

/** Begin and end of a text in at most `length` units, with a sign where something stands between; white space becomes blanks. */
export function outerParts(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const end = Math.floor(length / 3);
  const [first, last] = [line.slice(0, length - end), line.slice(line.length - end)];
  return `${first.replace(halfAtEnd, '')}…${last.replace(halfAtStart, '')}`;
}

/** A text of white space alone is shown as it is: there it is what matters. */
function oneLine(text: string): string {
  return text.trim() === '' ? text : text.replaceAll(/\s+/g, ' ');
}

/** Of a character of two units that was cut through, and signs that change the character before them. */
const halfAtStart = /^(?:[\uDC00-\uDFFF\p{M}]|\u200d|\ufe0f)+/u;
const halfAtEnd = /[\uD800-\uDBFF]$/u;
