import { isUtf8 } from 'node:buffer';
import { isJsonList, type Json } from '../../shared/domain/json.ts';
import { addJsonRow, addReject, addTooLarge } from './parse-json-row.ts';
import type { BatchCollector } from './row-batch.ts';

/**
 * Adds a row of typed cells, as tables and columnar files hold them, and returns its size as JSON text. It goes the way
 * of a line of JSONL, so that the same limits hold and the same text is kept of a reject.
 */
export function addCellRow(
  collector: BatchCollector,
  row: {
    readonly columns: readonly string[];
    readonly cells: readonly unknown[];
    /** From 0; there are no lines and bytes to point to. */
    readonly index: number;
  },
  maxRowBytes: number,
): number {
  const place = placeOfRow(row.index);
  const bytes = jsonOf(row.columns, row.cells);
  if (bytes === undefined) {
    const message = 'The row is nested too deeply. Flatten it.';
    addReject(collector, { ...place, bytes: Buffer.alloc(0) }, 'invalid_json', message);
    return 0;
  }
  if (bytes.length > maxRowBytes) addTooLarge(collector, { ...place, bytes }, bytes.length, maxRowBytes);
  else addJsonRow(collector, { ...place, bytes });
  return bytes.length;
}

/** Where a row without lines and bytes is: its number from 1, and its index from 0. */
export function placeOfRow(index: number): { readonly line: number; readonly byteOffset: number } {
  return { line: index + 1, byteOffset: index };
}

function jsonOf(columns: readonly string[], cells: readonly unknown[]): Buffer | undefined {
  try {
    // Entries, because a column may be called `__proto__`.
    const entries = columns.map((column, at) => [column, jsonValueOf(cells[at])] as const);
    return Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Any value of a typed cell as JSON: whole numbers that lose digits and bytes become text, times ISO 8601. */
export function jsonValueOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return textOfBytes(value);
  if (isJsonList(value)) return value.map(jsonValueOf);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonValueOf(item)]));
}

function textOfBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) && !buffer.includes(0) ? buffer.toString('utf8') : buffer.toString('base64');
}
