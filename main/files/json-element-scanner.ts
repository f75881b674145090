export const quote = 0x22;

const lineFeed = 0x0a;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Where tokens and line feeds outside of texts are reported to: positions are of the chunk. */
export interface TokenListener {
  readonly noteToken: (byte: number, at: number) => void;
  readonly noteLineFeed: (at: number) => void;
}

/**
 * Finds where one JSON value ends, without parsing it: checks brackets, the order of keys, colons and commas, and
 * that texts hold no line break, so that damage is noticed where it is and not at the end of the file. What is
 * inside texts and numbers is left to `JSON.parse`.
 */
export interface ElementScanner {
  readonly start: () => void;
  /** Scans on from `from`. Returns the position after the value, of the error, or the chunk's length. */
  readonly scan: (chunk: Buffer, from: number, listener: TokenListener) => number;
  readonly state: () => 'open' | 'complete' | 'broken';
  /** Whether the end of the file completes the value: true for a bare number or word. */
  readonly endsWithFile: () => boolean;
}

type Expected = 'value' | 'valueOrEnd' | 'keyOrEnd' | 'key' | 'colon' | 'commaOrEnd';

export function createElementScanner(): ElementScanner {
  let open: number[] = [];
  let expected: Expected = 'value';
  let inside: 'nothing' | 'text' | 'scalar' = 'nothing';
  let isEscaped = false;
  const quotes = createByteFinder(quote);
  const backslashes = createByteFinder(backslash);
  const lineFeeds = createByteFinder(lineFeed);
  let state: 'open' | 'complete' | 'broken' = 'open';

  const endValue = (): void => {
    inside = 'nothing';
    expected = 'commaOrEnd';
    if (open.length === 0) state = 'complete';
  };

  /** Takes a byte outside of texts and scalars. False where it may not be there. */
  const takeToken = (byte: number): boolean => {
    switch (byte) {
      case quote:
        if (expected === 'colon' || expected === 'commaOrEnd') return false;
        inside = 'text';
        return true;
      case openBrace:
      case openBracket:
        if (expected !== 'value' && expected !== 'valueOrEnd') return false;
        open.push(byte);
        expected = byte === openBrace ? 'keyOrEnd' : 'valueOrEnd';
        return true;
      case closeBrace:
        if (open.at(-1) !== openBrace || (expected !== 'keyOrEnd' && expected !== 'commaOrEnd')) return false;
        open.pop();
        endValue();
        return true;
      case closeBracket:
        if (open.at(-1) !== openBracket || (expected !== 'valueOrEnd' && expected !== 'commaOrEnd'))
          return false;
        open.pop();
        endValue();
        return true;
      case 0x2c:
        if (expected !== 'commaOrEnd') return false;
        expected = open.at(-1) === openBrace ? 'key' : 'value';
        return true;
      case 0x3a:
        if (expected !== 'colon') return false;
        expected = 'value';
        return true;
      default:
        if (!isScalarByte(byte) || (expected !== 'value' && expected !== 'valueOrEnd')) return false;
        inside = 'scalar';
        return true;
    }
  };

  const endText = (): void => {
    if (expected === 'key' || expected === 'keyOrEnd') {
      inside = 'nothing';
      expected = 'colon';
    } else {
      endValue();
    }
  };

  /**
   * Scans inside a text; returns the position after its closing quote, or of a line feed. The bytes between are left
   * to native search, several times faster than looking at each.
   */
  const scanText = (chunk: Buffer, from: number): number => {
    let at = isEscaped ? from + 1 : from;
    isEscaped = false;
    for (;;) {
      const end = quotes.next(chunk, at);
      const escape = backslashes.next(chunk, at);
      const lineEnd = lineFeeds.next(chunk, at);
      if (end < escape && end < lineEnd) {
        endText();
        return end + 1;
      }
      if (lineEnd < escape) {
        state = 'broken';
        return lineEnd;
      }
      at = escape + 2;
      if (at >= chunk.length) {
        isEscaped = escape === chunk.length - 1;
        return chunk.length;
      }
    }
  };

  return {
    start: () => {
      open = [];
      expected = 'value';
      inside = 'nothing';
      isEscaped = false;
      state = 'open';
    },
    state: () => state,
    endsWithFile: () => inside === 'scalar' && open.length === 0,
    scan: (chunk, from, { noteToken, noteLineFeed }) => {
      let at = from;
      while (at < chunk.length && state === 'open') {
        const byte = chunk[at] ?? 0;
        if (inside === 'text') {
          at = scanText(chunk, at);
          if (inside !== 'text') noteToken(quote, at - 1);
        } else if (inside === 'scalar' && isScalarByte(byte)) {
          at += 1;
        } else if (inside === 'scalar') {
          noteToken(byte, at - 1);
          endValue();
        } else if (isSpace(byte)) {
          if (byte === lineFeed) noteLineFeed(at);
          at += 1;
        } else if (takeToken(byte)) {
          noteToken(byte, at);
          at += 1;
        } else {
          state = 'broken';
        }
      }
      return at;
    },
  };
}

/**
 * Finds the next of one byte, and remembers it as long as the search has not come past it. Chunks are told apart by
 * identity, and a search never goes back.
 */
function createByteFinder(byte: number): { readonly next: (chunk: Buffer, from: number) => number } {
  let searched: Buffer | null = null;
  let found = 0;
  return {
    next: (chunk, from) => {
      if (searched === chunk && found >= from) return found;
      searched = chunk;
      const at = chunk.indexOf(byte, from);
      found = at < 0 ? Number.POSITIVE_INFINITY : at;
      return found;
    },
  };
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09;
}

/** Bytes of numbers and words; `JSON.parse` decides later whether they make sense. */
function isScalarByte(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  const lower = byte | 0x20;
  return isDigit || (lower >= 0x61 && lower <= 0x7a) || byte === 0x2d || byte === 0x2b || byte === 0x2e;
}
