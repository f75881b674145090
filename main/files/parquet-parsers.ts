import { isUtf8 } from 'node:buffer';
import type { ParquetParsers } from 'hyparquet';
import { parseJson } from '../../shared/domain/json.ts';

/** How values of Parquet's richer types are read: total, because one that throws would cost the whole column. */
export const parquetParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (ms: bigint | number | undefined) => isoText(ms, 1000n, 3),
  timestampFromMicroseconds: (us: bigint | number | undefined) => isoText(us, 1_000_000n, 6),
  timestampFromNanoseconds: (ns: bigint | number | undefined) => isoText(ns, 1_000_000_000n, 9),
  dateFromDays: (days: number | undefined) =>
    isoText(days === undefined ? days : BigInt(days) * 86_400n, 1n, 0)?.slice(0, 10),
  jsonFromBytes: (bytes: Uint8Array | undefined) => jsonOf(bytes),
  // Without a declared type, bytes may be anything; what is no text stays bytes.
  stringFromBytes: (bytes: Uint8Array | undefined) =>
    bytes !== undefined && isUtf8(bytes) ? decoder.decode(bytes) : bytes,
  geometryFromBytes: (bytes: Uint8Array | undefined) => bytes,
  geographyFromBytes: (bytes: Uint8Array | undefined) => bytes,
};

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The last second of the year 9999, and the first of the year 0. */
const lastSecond = 253_402_300_799n;
const firstSecond = -62_167_219_200n;

/** ISO 8601 with as many digits of the second as the unit has; out of the calendar's years, the number as text. */
function isoText(value: bigint | number | undefined, perSecond: bigint, digits: number): string | undefined {
  if (value === undefined) return undefined;
  const count = BigInt(value);
  const fraction = ((count % perSecond) + perSecond) % perSecond;
  const second = (count - fraction) / perSecond;
  if (second > lastSecond || second < firstSecond) return count.toString();
  const whole = new Date(Number(second) * 1000).toISOString().slice(0, 19);
  return digits === 0 ? `${whole}Z` : `${whole}.${fraction.toString().padStart(digits, '0')}Z`;
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  const text = decoder.decode(bytes);
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
