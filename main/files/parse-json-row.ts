import { isUtf8 } from 'node:buffer';
import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../../shared/domain/json.ts';
import type { RejectReason } from '../../shared/domain/mapping/mapped-row.ts';
import { findJsonError } from './json-error.ts';
import { maxRejectRawBytes, type BatchCollector } from './row-batch.ts';

/** A row's bytes and where they came from. */
export interface RawRow {
  readonly bytes: Buffer;
  readonly line: number;
  readonly byteOffset: number;
}

/** Parses one row's bytes as a JSON object and adds it, or the reason why not, to the collector. */
export function addJsonRow(collector: BatchCollector, { bytes, line, byteOffset }: RawRow): void {
  const decoded = bytes.toString('utf8');
  // Files joined from several with byte-order marks have them in the middle, too.
  const raw = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  let value: Json;
  try {
    value = parseJson(raw);
  } catch {
    addReject(collector, { bytes, line, byteOffset }, ...describeBrokenJson(raw));
    return;
  }
  if (raw.includes('\uFFFD') && !isUtf8(bytes)) {
    addReject(
      collector,
      { bytes, line, byteOffset },
      'invalid_encoding',
      'The row holds bytes that are not UTF-8. Save the file as UTF-8.',
    );
  } else if (isJsonObject(value)) {
    const condition = conditionOf(value);
    if (condition === 'too_deep') {
      addReject(
        collector,
        { bytes, line, byteOffset },
        'invalid_json',
        `The row is nested more than ${maxLevels} levels deep. Flatten it.`,
      );
      return;
    }
    collector.addRow(
      { line, byteOffset, value: condition === 'unsafe' ? parseKeepingIntegers(raw) : value, raw },
      bytes.length,
    );
  } else {
    addReject(
      collector,
      { bytes, line, byteOffset },
      'not_an_object',
      `The row is ${kindOf(value)}, not an object with named fields.`,
    );
  }
}

/** Adds a reject whose raw text is cut to its limit. `size` is the full size where only the start was kept. */
export function addReject(
  collector: BatchCollector,
  row: RawRow,
  reason: RejectReason,
  message: string,
  size = row.bytes.length,
): void {
  const { bytes, line, byteOffset } = row;
  const raw = bytes.toString('utf8', 0, Math.min(bytes.length, maxRejectRawBytes));
  collector.addReject({ line, byteOffset, reason, message, raw, rawBytes: size });
}

export function addTooLarge(collector: BatchCollector, row: RawRow, size: number, limit: number): void {
  addReject(
    collector,
    row,
    'row_too_large',
    `The row has ${size} bytes; at most ${limit} are read. Shorten or split it.`,
    size,
  );
}

function describeBrokenJson(raw: string): [RejectReason, string] {
  const nul = raw.indexOf('\0');
  if (nul >= 0) return ['contains_nul', `There is a NUL byte at column ${nul + 1}. Remove it.`];
  const error = findJsonError(raw);
  if (error === undefined) return ['invalid_json', 'The row is not valid JSON.'];
  const before = raw.slice(0, error.at).split('\n');
  const inLine = before.length > 1 ? `line ${before.length} of the row, ` : '';
  return [
    'invalid_json',
    `Not valid JSON at ${inLine}column ${(before.at(-1) ?? '').length + 1}: ${error.message}.`,
  ];
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/**
 * More levels than any log has, and half of what SQLite's JSON functions read. A value without such a limit ends
 * every recursive walk over it, and with it the import.
 */
const maxLevels = 500;

/** What a parsed value needs beyond being taken as it is: `unsafe` where a number of it lost digits. */
type Condition = 'plain' | 'unsafe' | 'too_deep';

function conditionOf(value: Json, level = 1): Condition {
  if (typeof value === 'number') {
    const isUnsafe = value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    return isUnsafe && Number.isFinite(value) ? 'unsafe' : 'plain';
  }
  if (typeof value !== 'object' || value === null) return 'plain';
  if (level > maxLevels) return 'too_deep';
  let condition: Condition = 'plain';
  if (isJsonList(value)) {
    for (const item of value) {
      const found = typeof item === 'string' ? 'plain' : conditionOf(item, level + 1);
      if (found === 'too_deep') return found;
      if (found === 'unsafe') condition = found;
    }
    return condition;
  }
  if (!isJsonObject(value)) return condition;
  for (const key in value) {
    const item = value[key];
    const found = item === undefined || typeof item === 'string' ? 'plain' : conditionOf(item, level + 1);
    if (found === 'too_deep') return found;
    if (found === 'unsafe') condition = found;
  }
  return condition;
}

/** Parses again with integers that lost digits as their text: an id must come out as it went in. */
function parseKeepingIntegers(raw: string): JsonObject {
  const value: JsonObject = JSON.parse(raw, keepDigits);
  return value;
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? '';
  return /^-?\d+$/.test(source) && source !== String(value) ? source : value;
}
