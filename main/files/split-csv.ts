import { isUtf8 } from 'node:buffer';
import Papa, { type ParseStepResult } from 'papaparse';
import type { Json, JsonObject } from '../../shared/domain/json.ts';
import { createCarriedBytes } from './carried-bytes.ts';
import { addReject, addTooLarge } from './parse-json-row.ts';
import type { BatchCollector, RowSplitter } from './row-batch.ts';

const lineFeed = 0x0a;

type LineEnd = '\n' | '\r';

/** A row with a broken quote is read again from its second line; small blocks keep that cheap. */
const blockBytes = 128 * 1024;

/**
 * Splits CSV and TSV with a header row. Empty cells are null (CSV cannot tell "nothing" from an empty text), all
 * others stay texts: a cell that holds JSON is opened where a mapping's path leads into it. A row with another
 * number of cells than the header or with broken quotes is rejected; after a broken quote reading goes on at the
 * next line, so that one stray quote costs one line and not the rest of the file.
 */
export function createCsvSplitter(
  collector: BatchCollector,
  maxRowBytes: number,
  delimiter: string,
): RowSplitter {
  const carried = createCarriedBytes(maxRowBytes);
  let header: readonly string[] | null = null;
  let text = '';
  let isTainted = false;
  let line = 1;
  let byteOffset = 0;

  const advance = (raw: string): void => {
    byteOffset += Buffer.byteLength(raw);
    line += countLineFeeds(raw);
  };

  const reject = (
    raw: string,
    reason: 'malformed_csv' | 'invalid_encoding' | 'contains_nul',
    message: string,
  ): void =>
    addReject(
      collector,
      { bytes: Buffer.from(raw.replace(/\r?\n$/, '')), line, byteOffset },
      reason,
      message,
    );

  const addRow = (cells: readonly string[], raw: string): void => {
    if (raw.trim() === '') return;
    const bytes = Buffer.byteLength(raw);
    if (bytes > maxRowBytes) {
      addTooLarge(collector, { bytes: Buffer.from(raw), line, byteOffset }, bytes, maxRowBytes);
    } else if (raw.includes('\0')) {
      reject(raw, 'contains_nul', 'The row holds a NUL byte. Remove it.');
    } else if (isTainted && raw.includes('\uFFFD')) {
      reject(
        raw,
        'invalid_encoding',
        'The row holds bytes that do not fit the encoding of the file. Save the file as UTF-8.',
      );
    } else if (header === null) {
      header = headerNames(cells);
    } else if (cells.length < header.length || cells.slice(header.length).some((cell) => cell !== '')) {
      reject(
        raw,
        'malformed_csv',
        `The row has ${cells.length} cells, but the header has ${header.length}. Check its quotes and delimiters.`,
      );
    } else {
      collector.addRow(
        { line, byteOffset, value: rowObject(header, cells), raw: raw.replace(/\r?\n$/, '') },
        bytes,
      );
    }
  };

  /** Parses what is there. Returns false where it stopped at a broken quote and has to go on behind it. */
  const parse = (isFinal: boolean, newline: LineEnd): boolean => {
    let consumed = 0;
    let isBroken = false;
    const parser = new Papa.Parser({
      delimiter,
      newline,
      step: ({ data, errors, meta }: ParseStepResult<string[][]>) => {
        const raw = text.slice(consumed, meta.cursor);
        if (errors.length > 0) {
          const first = firstLine(raw);
          reject(
            first,
            'malformed_csv',
            'A quote in the row is not closed, or stands inside a cell without being doubled.',
          );
          advance(first);
          consumed += first.length;
          isBroken = true;
          parser.abort();
          return;
        }
        addRow(withoutCarriageReturn(data[0] ?? [], raw), raw);
        advance(raw);
        consumed = meta.cursor;
      },
    });
    parser.parse(text, 0, !isFinal);
    text = text.slice(consumed);
    return !isBroken;
  };

  /** No closing quote within the size of a row: the quote, not the row, is at fault. Drops its line. */
  const dropUnclosedLine = (): void => {
    const first = firstLine(text);
    reject(first, 'malformed_csv', 'A quote in the row is never closed.');
    advance(first);
    text = text.slice(first.length);
  };

  const parseAll = (isFinal: boolean, newline: LineEnd = '\n'): void => {
    for (let isDone = false; !isDone;) {
      const wasBroken = !parse(isFinal, newline);
      isDone = !wasBroken && (isFinal || text.length <= maxRowBytes);
      if (!wasBroken && !isDone) dropUnclosedLine();
    }
  };

  const addBlock = (block: Buffer): void => {
    isTainted = !isUtf8(block) || (isTainted && text !== '');
    const end = byteOffset + Buffer.byteLength(text) + block.length;
    text += block.toString('utf8');
    parseAll(false);
    // Replacement characters have other sizes than the bytes they stand for.
    if (text === '') byteOffset = end;
  };

  const addCarriedLine = (): void => {
    const size = carried.size();
    const isOver = carried.isOverLimit();
    const bytes = carried.take();
    if (isOver) {
      addTooLarge(collector, { bytes, line, byteOffset }, size, maxRowBytes);
      text = '';
      byteOffset += size;
      line += 1;
    } else {
      addBlock(bytes);
    }
  };

  return {
    push: (chunk) => {
      let start = 0;
      if (carried.size() > 0) {
        const end = chunk.indexOf(lineFeed);
        carried.add(chunk.subarray(0, end < 0 ? chunk.length : end + 1));
        if (end < 0) return;
        addCarriedLine();
        start = end + 1;
      }
      const lastLineFeed = chunk.lastIndexOf(lineFeed);
      while (start <= lastLineFeed) {
        const near = chunk.lastIndexOf(lineFeed, Math.min(start + blockBytes, chunk.length) - 1);
        const end = near >= start ? near : chunk.indexOf(lineFeed, start);
        addBlock(chunk.subarray(start, end + 1));
        start = end + 1;
      }
      if (start < chunk.length) carried.add(chunk.subarray(start));
    },
    end: (damage) => {
      if (damage !== null) {
        const bytes = Buffer.concat([Buffer.from(text), carried.take()]);
        addReject(collector, { bytes, line, byteOffset }, 'truncated_file', damage);
        return;
      }
      if (carried.isOverLimit()) {
        addCarriedLine();
        return;
      }
      const rest = carried.take();
      isTainted = !isUtf8(rest) || (isTainted && text !== '');
      text += rest.toString('utf8');
      // Line ends of old Macintosh files: only where the whole file has no other.
      const isCarriageReturnFile = line === 1 && !text.includes('\n') && text.includes('\r');
      parseAll(true, isCarriageReturnFile ? '\r' : '\n');
    },
  };
}

/** Names for all columns: empty ones are `column_<n>`, repeated ones get `_2`, `_3`, ... */
function headerNames(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell, index) => {
    const name = cell.trim();
    // An object cannot have an ordinary key of this name.
    return name === '' || name === '__proto__' ? `column_${index + 1}` : name;
  });
  const used = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; seen.has(unique) || (unique !== name && used.has(unique)); count += 1)
      unique = `${name}_${count}`;
    seen.add(unique);
    return unique;
  });
}

function rowObject(header: readonly string[], cells: readonly string[]): JsonObject {
  const row: Record<string, Json> = {};
  for (let index = 0; index < header.length; index += 1) row[header[index] ?? ''] = cells[index] || null;
  return row;
}

/** Papa Parse is told that lines end in a line feed; of CRLF it leaves the first half in an unquoted last cell. */
function withoutCarriageReturn(cells: string[], raw: string): string[] {
  const last = cells.at(-1);
  if (last?.endsWith('\r') === true && raw.endsWith('\r\n') && raw.at(-3) !== '"')
    cells[cells.length - 1] = last.slice(0, -1);
  return cells;
}

function firstLine(raw: string): string {
  const end = raw.indexOf('\n');
  return end < 0 ? raw : raw.slice(0, end + 1);
}

function countLineFeeds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count += 1;
  return count;
}
