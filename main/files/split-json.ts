import { parseJson } from '../../shared/domain/json.ts';
import { createCarriedBytes } from './carried-bytes.ts';
import { createElementScanner, isSpace, quote } from './json-element-scanner.ts';
import { addJsonRow, addReject, addTooLarge } from './parse-json-row.ts';
import type { BatchCollector, RowSplitter } from './row-batch.ts';

const lineFeed = 0x0a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

/** Where the scanner is: between rows, inside one, after a broken one, or in a container object around the rows. */
type Mode = 'top' | 'container' | 'rows' | 'row' | 'resync';

/**
 * Splits one JSON text into its rows on the bytes: the elements of a list, the elements of the list in `member` of
 * one object, or objects one after another. A broken row is rejected and reading goes on at the next place that
 * looks like the start of a row: same indentation, or after the comma behind an object, with the first key that good rows have.
 */
export function createJsonSplitter(
  collector: BatchCollector,
  maxRowBytes: number,
  member: string | null,
): RowSplitter {
  const carried = createCarriedBytes(maxRowBytes);
  const element = createElementScanner();
  const container = createContainerScanner(member);
  /** Opening `{` and first key of the first good row, as the mark by which the next row is found again. */
  let signature: Buffer | null = null;
  let held: Buffer | null = null;
  let mode: Mode = 'top';
  let isInList = false;
  let base = 0;
  let line = 1;
  let rowLine = 1;
  let rowOffset = 0;
  /** Bytes of white space before the row on its line; -1 where it starts in the middle of one. */
  let rowIndent = -1;
  let lastLineFeedAt = -1;
  let lastTokenAt = -1;
  let lastToken = 0;
  let tokenBefore = 0;

  const noteToken = (byte: number, at: number): void => {
    tokenBefore = lastToken;
    lastToken = byte;
    lastTokenAt = base + at;
  };
  const noteLineFeed = (at: number): void => {
    line += 1;
    lastLineFeedAt = base + at;
  };
  const indentAt = (at: number): number =>
    lastLineFeedAt >= lastTokenAt ? base + at - lastLineFeedAt - 1 : -1;

  const finishRow = (tail: Buffer): void => {
    carried.add(tail);
    const size = carried.size();
    const isOver = carried.isOverLimit();
    const bytes = carried.take();
    const row = { bytes, line: rowLine, byteOffset: rowOffset };
    if (isOver) {
      addTooLarge(collector, row, size, maxRowBytes);
      return;
    }
    addJsonRow(collector, row);
    signature ??= firstKeyOf(bytes);
  };

  const startRow = (at: number): void => {
    rowLine = line;
    rowOffset = base + at;
    rowIndent = indentAt(at);
    element.start();
    mode = 'row';
  };

  /** Between rows: returns the position to go on from. */
  const scanBetween = (chunk: Buffer, from: number): number => {
    const byte = chunk[from] ?? 0;
    if (byte === lineFeed) noteLineFeed(from);
    if (isSpace(byte)) return from + 1;
    if (mode === 'top' && !isInList && byte === openBracket) {
      isInList = true;
      mode = 'rows';
    } else if (mode === 'top' && byte === openBrace && member !== null) {
      container.start();
      mode = 'container';
    } else if (isInList && byte === closeBracket) {
      isInList = false;
      mode = container.isOpen() ? 'container' : 'top';
    } else if (byte !== comma) {
      startRow(from);
      return from;
    }
    noteToken(byte, from);
    return from + 1;
  };

  const scanContainer = (chunk: Buffer, from: number): number => {
    const byte = chunk[from] ?? 0;
    if (byte === lineFeed) noteLineFeed(from);
    const found = container.next(byte);
    if (found === 'rows') {
      isInList = true;
      mode = 'rows';
    } else if (found === 'end') {
      mode = 'top';
    }
    if (!isSpace(byte)) noteToken(byte, from);
    return from + 1;
  };

  const scanRow = (chunk: Buffer, from: number): number => {
    const end = element.scan(chunk, from, { noteToken, noteLineFeed });
    if (element.state() === 'open') carried.add(chunk.subarray(from));
    else if (element.state() === 'broken') {
      carried.add(chunk.subarray(from, end));
      mode = 'resync';
    } else {
      finishRow(chunk.subarray(from, end));
      mode = isInList ? 'rows' : 'top';
    }
    return end;
  };

  /** After an error: skips to where a row can start. Holds bytes back where the decision needs the next chunk. */
  const resync = (chunk: Buffer, from: number, isFinal: boolean): number => {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      const isPlace =
        byte === openBrace &&
        base + at > rowOffset &&
        (rowIndent < 0 ? lastToken === comma && tokenBefore === closeBrace : indentAt(at) === rowIndent);
      const match = isPlace ? matchSignature(chunk, at, signature) : 'no';
      if (match === 'unknown' && !isFinal) {
        carried.add(chunk.subarray(from, at));
        held = Buffer.from(chunk.subarray(at));
        return chunk.length;
      }
      if (match === 'yes') {
        finishRow(chunk.subarray(from, at));
        startRow(at);
        return at;
      }
      if (byte === lineFeed) noteLineFeed(at);
      else if (!isSpace(byte)) noteToken(byte, at);
    }
    carried.add(chunk.subarray(from));
    return chunk.length;
  };

  const scan = (chunk: Buffer, isFinal: boolean): void => {
    let at = 0;
    while (at < chunk.length) {
      if (mode === 'row') at = scanRow(chunk, at);
      else if (mode === 'resync') at = resync(chunk, at, isFinal);
      else if (mode === 'container') at = scanContainer(chunk, at);
      else at = scanBetween(chunk, at);
    }
    base += chunk.length - (held?.length ?? 0);
  };

  const takeHeld = (chunk: Buffer): Buffer => {
    const joined = held === null ? chunk : Buffer.concat([held, chunk]);
    held = null;
    return joined;
  };

  return {
    push: (chunk) => scan(takeHeld(chunk), false),
    end: (damage) => {
      scan(takeHeld(Buffer.alloc(0)), true);
      if (mode === 'row' && element.endsWithFile()) finishRow(Buffer.alloc(0));
      else if (mode === 'resync' && damage === null) finishRow(Buffer.alloc(0));
      else if (mode !== 'top' || damage !== null) {
        const size = carried.size();
        const row = mode === 'row' ? { line: rowLine, byteOffset: rowOffset } : { line, byteOffset: base };
        const message =
          damage ??
          'The file ends before its JSON is complete; the rows before it were read. Get the file again.';
        addReject(collector, { bytes: carried.take(), ...row }, 'truncated_file', message, size);
      }
    },
  };
}

interface ContainerScanner {
  readonly start: () => void;
  readonly isOpen: () => boolean;
  /** Takes the next byte of the container object. 'rows' where the list of rows opens, 'end' where the object closes. */
  readonly next: (byte: number) => 'rows' | 'end' | 'inside';
}

/** Walks through the object around the rows and finds the list under its key `member`. */
function createContainerScanner(member: string | null): ContainerScanner {
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  let text: number[] = [];
  let key = '';
  const nextInText = (byte: number): void => {
    if (isEscaped) isEscaped = false;
    else if (byte === 0x5c) isEscaped = true;
    else if (byte === quote) {
      isInText = false;
      return;
    }
    if (depth === 1 && text.length < 1024) text.push(byte);
  };
  return {
    start: () => {
      depth = 1;
      key = '';
    },
    isOpen: () => depth > 0,
    next: (byte) => {
      if (isInText) {
        nextInText(byte);
        return 'inside';
      }
      if (byte === quote) {
        isInText = true;
        text = [];
      } else if (byte === colon && depth === 1) key = keyText(text);
      else if (byte === openBracket && depth === 1 && key === member) return 'rows';
      else if (byte === openBrace || byte === openBracket) depth += 1;
      else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (depth === 0) return 'end';
      }
      return 'inside';
    },
  };
}

function keyText(bytes: readonly number[]): string {
  const written = Buffer.from(bytes).toString('utf8');
  try {
    const key = parseJson(`"${written}"`);
    return typeof key === 'string' ? key : written;
  } catch {
    return written;
  }
}

/** `"key"` with its quotes, of an object's bytes; null where it has none. */
function firstKeyOf(bytes: Buffer): Buffer | null {
  const match = /^\{\s*("(?:[^"\\]|\\.){1,200}")/.exec(bytes.toString('utf8', 0, 1024));
  return match?.[1] === undefined ? null : Buffer.from(match[1]);
}

function matchSignature(chunk: Buffer, brace: number, signature: Buffer | null): 'yes' | 'no' | 'unknown' {
  if (signature === null) return 'yes';
  let at = brace + 1;
  while (at < chunk.length && isSpace(chunk[at] ?? 0)) at += 1;
  if (at + signature.length > chunk.length) return 'unknown';
  return chunk.subarray(at, at + signature.length).equals(signature) ? 'yes' : 'no';
}
