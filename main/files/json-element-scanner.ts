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

  /** Scans inside a text; returns the position after its closing quote, or of a control character. */
  const scanText = (chunk: Buffer, from: number): number => {
    const { length } = chunk;
    let at = from;
    if (isEscaped) {
      isEscaped = false;
      at += 1;
    }
    for (; at < length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === quote) {
        endText();
        return at + 1;
      }
      if (byte === backslash) {
        at += 1;
        if (at === length) isEscaped = true;
      } else if (byte < 0x20) {
        state = 'broken';
        return at;
      }
    }
    return length;
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

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09;
}

/** Bytes of numbers and words; `JSON.parse` decides later whether they make sense. */
function isScalarByte(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  const lower = byte | 0x20;
  return isDigit || (lower >= 0x61 && lower <= 0x7a) || byte === 0x2d || byte === 0x2b || byte === 0x2e;
}
