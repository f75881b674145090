/** Where and how a text stops being JSON. */
export interface JsonError {
  /** Position in UTF-16 units from 0; the text's length where it ends too early. */
  readonly at: number;
  readonly message: string;
}

/**
 * Finds the first error of a text that `JSON.parse` refused. V8 states no position for most errors and changes its
 * wording between versions; a person who repairs a file needs the column. Undefined where the text is valid.
 */
export function findJsonError(text: string): JsonError | undefined {
  const scan: Scan = { text, at: 0 };
  const error = readValue(scan, 0);
  if (error !== undefined) return error;
  skipSpace(scan);
  return scan.at < text.length
    ? { at: scan.at, message: 'there is more text after the end of the value' }
    : undefined;
}

interface Scan {
  readonly text: string;
  at: number;
}

/** Deeper values are legal but not worth a stack overflow in an error report. */
const maxDepth = 1000;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /true|false|null/y;

function readValue(scan: Scan, depth: number): JsonError | undefined {
  skipSpace(scan);
  const first = scan.text[scan.at];
  if (first === undefined) return ended(scan);
  if (depth > maxDepth) return { at: scan.at, message: 'it is nested too deeply' };
  if (first === '{') return readObject(scan, depth);
  if (first === '[') return readList(scan, depth);
  if (first === '"') return readString(scan);
  for (const pattern of [wordPattern, numberPattern]) {
    pattern.lastIndex = scan.at;
    const match = pattern.exec(scan.text);
    if (match !== null) {
      scan.at += match[0].length;
      return undefined;
    }
  }
  return unexpected(scan, 'a value');
}

function readObject(scan: Scan, depth: number): JsonError | undefined {
  scan.at += 1;
  for (let isFirst = true; ; isFirst = false) {
    skipSpace(scan);
    if (isFirst && scan.text[scan.at] === '}') break;
    if (scan.text[scan.at] !== '"') return unexpected(scan, 'a key in double quotes');
    const key = readString(scan);
    if (key !== undefined) return key;
    skipSpace(scan);
    if (scan.text[scan.at] !== ':') return unexpected(scan, '":" after the key');
    scan.at += 1;
    const value = readValue(scan, depth + 1);
    if (value !== undefined) return value;
    skipSpace(scan);
    if (scan.text[scan.at] === '}') break;
    if (scan.text[scan.at] !== ',') return unexpected(scan, '"," or "}"');
    scan.at += 1;
  }
  scan.at += 1;
  return undefined;
}

function readList(scan: Scan, depth: number): JsonError | undefined {
  scan.at += 1;
  skipSpace(scan);
  if (scan.text[scan.at] !== ']') {
    for (;;) {
      const value = readValue(scan, depth + 1);
      if (value !== undefined) return value;
      skipSpace(scan);
      if (scan.text[scan.at] === ']') break;
      if (scan.text[scan.at] !== ',') return unexpected(scan, '"," or "]"');
      scan.at += 1;
    }
  }
  scan.at += 1;
  return undefined;
}

function readString(scan: Scan): JsonError | undefined {
  const { text } = scan;
  for (let at = scan.at + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      scan.at = at + 1;
      return undefined;
    }
    if (code < 0x20) return { at, message: 'a text holds a bare control character' };
    if (code === 0x5c) {
      const escape = text.slice(at, at + 6);
      const length = /^\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.exec(escape)?.[0].length;
      if (length === undefined) return badEscape(text, at, escape);
      at += length - 1;
    }
  }
  return { at: text.length, message: endMessage };
}

function badEscape(text: string, at: number, escape: string): JsonError {
  const isCut = at + escape.length === text.length && /^\\(?:u[\dA-Fa-f]*)?$/.test(escape);
  return isCut ? { at: text.length, message: endMessage } : { at, message: 'a text holds an unknown escape' };
}

function skipSpace(scan: Scan): void {
  while (scan.at < scan.text.length && ' \t\r\n'.includes(scan.text.charAt(scan.at))) scan.at += 1;
}

const endMessage = 'it ends too early';

function ended(scan: Scan): JsonError {
  return { at: scan.text.length, message: endMessage };
}

function unexpected(scan: Scan, wanted: string): JsonError {
  const found = scan.text[scan.at];
  return found === undefined
    ? ended(scan)
    : { at: scan.at, message: `found ${JSON.stringify(found)} where ${wanted} should be` };
}
