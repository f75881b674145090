/**
 * Starts of the words of a text by Unicode word boundaries (UAX #29), then its length: what `Intl.Segmenter` with
 * granularity 'word' gives, more than twice as fast. Stretches of ASCII are cut here by the same rules; all else, from
 * space to space, is left to the segmenter. The two are held equal by a property test.
 */
export function wordBounds(text: string): number[] {
  const bounds: number[] = [];
  let position = 0;
  while (position < text.length) {
    beyondAscii.lastIndex = position;
    const foreign = beyondAscii.exec(text)?.index ?? -1;
    if (foreign === -1) {
      cutAscii(text, position, text.length, bounds);
      break;
    }
    const start = stretchStart(text, position, foreign);
    const end = stretchEnd(text, foreign);
    cutAscii(text, position, start, bounds);
    for (const { index } of segmenter.segment(text.slice(start, end))) bounds.push(start + index);
    position = end;
  }
  bounds.push(text.length);
  return bounds;
}

// A fixed locale: boundaries must not depend on the machine's language.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
// oxlint-disable-next-line no-control-regex -- the range of ASCII begins with control characters
const beyondAscii = /[^\u0000-\u007f]/g;

/** Back to the spaces before the word, since a mark may join them, but not beyond `from` or a line break. */
function stretchStart(text: string, from: number, foreign: number): number {
  let start = foreign;
  while (start > from && !isSpace(text, start - 1) && !isLineBreak(text, start - 1)) start--;
  while (start > from && isSpace(text, start - 1)) start--;
  return start;
}

/** To the end of the spaces after the word, if ASCII follows; always a boundary, as a line break is. */
function stretchEnd(text: string, foreign: number): number {
  let end = foreign;
  while (end < text.length && !isLineBreak(text, end)) {
    const space = isSpace(text, end);
    end++;
    if (space && !isSpace(text, end) && text.charCodeAt(end) < 0x80) break;
  }
  return end;
}

function isSpace(text: string, position: number): boolean {
  return text.charCodeAt(position) === 0x20;
}

function isLineBreak(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code === 0x0a || code === 0x0d;
}

const other = 0;
const letter = 1;
const digit = 2;
const joiner = 3;
const betweenLetters = 4;
const betweenDigits = 5;
const betweenBoth = 6;

/** Word_Break classes of ASCII: ALetter, Numeric, ExtendNumLet, MidLetter, MidNum, MidNumLet with Single_Quote. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[A-Za-z]/.test(sign)) return letter;
  if (/[0-9]/.test(sign)) return digit;
  if (sign === '_') return joiner;
  if (sign === ':') return betweenLetters;
  if (sign === ',' || sign === ';') return betweenDigits;
  return sign === '.' || sign === "'" ? betweenBoth : other;
});

function cutAscii(text: string, from: number, to: number, bounds: number[]): void {
  for (let position = from; position < to;) {
    bounds.push(position);
    const kind = classAt(text, position);
    if (kind === letter || kind === digit || kind === joiner) position = wordEnd(text, position, to);
    else if (isSpace(text, position)) {
      position++;
      while (position < to && isSpace(text, position)) position++;
    } else position += text.startsWith('\r\n', position) ? 2 : 1;
  }
}

/** Rules WB5 to WB13: letters, digits and underscores join; a full stop or comma joins between its own kind. */
function wordEnd(text: string, start: number, to: number): number {
  let last = classAt(text, start);
  let position = start + 1;
  while (position < to) {
    const kind = classAt(text, position);
    if (kind === letter || kind === digit || kind === joiner) {
      last = kind;
      position++;
      continue;
    }
    const joins =
      (last === letter && (kind === betweenLetters || kind === betweenBoth)) ||
      (last === digit && (kind === betweenDigits || kind === betweenBoth));
    if (!joins || position + 1 >= to || classAt(text, position + 1) !== last) break;
    position += 2;
  }
  return position;
}

function classAt(text: string, position: number): number {
  return classes[text.charCodeAt(position)] ?? other;
}
