import { createCarriedBytes } from './carried-bytes.ts';
import { addJsonRow, addReject, addTooLarge } from './parse-json-row.ts';
import type { BatchCollector, RowSplitter } from './row-batch.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits JSONL on the bytes (a line feed is never part of another UTF-8 character), which is several times faster
 * than decoding first. Blank lines are neither rows nor rejects.
 */
export function createJsonlSplitter(collector: BatchCollector, maxRowBytes: number): RowSplitter {
  const carried = createCarriedBytes(maxRowBytes);
  let line = 1;
  let byteOffset = 0;

  const addLine = (bytes: Buffer): void => {
    const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
    if (isBlank(bytes, end)) return;
    const row = { bytes: bytes.subarray(0, end), line, byteOffset };
    if (end > maxRowBytes) addTooLarge(collector, row, end, maxRowBytes);
    else addJsonRow(collector, row);
  };

  const addCarried = (): void => {
    const size = carried.size();
    const isOver = carried.isOverLimit();
    const bytes = carried.take();
    if (isOver) addTooLarge(collector, { bytes, line, byteOffset }, size, maxRowBytes);
    else addLine(bytes);
    byteOffset += size;
  };

  return {
    push: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        if (carried.size() > 0) {
          carried.add(chunk.subarray(start, end));
          addCarried();
        } else {
          addLine(chunk.subarray(start, end));
          byteOffset += end - start;
        }
        byteOffset += 1;
        line += 1;
        start = end + 1;
      }
      if (start < chunk.length) carried.add(chunk.subarray(start));
    },
    end: (damage) => {
      if (damage !== null) {
        const size = carried.size();
        addReject(collector, { bytes: carried.take(), line, byteOffset }, 'truncated_file', damage, size);
      } else if (carried.size() > 0) {
        addCarried();
      }
    },
  };
}

function isBlank(bytes: Buffer, end: number): boolean {
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== carriageReturn) return false;
  }
  return true;
}
