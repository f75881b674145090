import type { Json } from '../json.ts';
import type { Instant } from './instant.ts';

/**
 * A moment from what logs write: ISO 8601 with or without offset (without: read as UTC, offset unknown), Unix time
 * in seconds, milliseconds, microseconds or nanoseconds told apart by magnitude, RFC 2822, month names,
 * `8/18/2021 3:31 PM` (month first unless that is impossible) and `18.08.2021`. Undefined where it is not a time.
 */
export function parseInstant(value: Json | undefined): Instant | undefined {
  if (typeof value === 'number') return fromUnix(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '' || text.length > 80) return undefined;
  if (/^-?\d+(\.\d+)?$/.test(text))
    return /^(19|20)\d{6}$/.test(text) ? fromIso(text) : fromUnix(Number(text));
  return fromIso(text) ?? fromNumericDate(text) ?? fromMonthName(text);
}

/** Below this many seconds (March 1973) a number is far more likely a count, a duration or an id. */
const minUnixSeconds = 1e8;

function fromUnix(value: number): Instant | undefined {
  const size = Math.abs(value);
  if (size < minUnixSeconds) return undefined;
  // 1e11 s is the year 5138 and 1e11 ms is 1973: the ranges of real logs do not meet.
  const ms = size < 1e11 ? value * 1000 : size < 1e14 ? value : size < 1e17 ? value / 1e3 : value / 1e6;
  return instant(Math.floor(ms), null);
}

const isoPattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s+)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function fromIso(text: string): Instant | undefined {
  const match = isoPattern.exec(
    text.includes('/') ? text.replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, isoDate) : text,
  );
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  return fromParts({ year, month, day, hour, minute, second, fraction, zone });
}

function isoDate(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const clock = String.raw`(?:,?\s+|T)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([AP])\.?M\.?)?`;
const zoneAtEnd = String.raw`(?:\s*(Z|UTC|GMT|(?:GMT|UTC)?[+-]\d{2}:?\d{2})(?:\s*\([^)]*\))?)?`;
const numericDatePattern = new RegExp(
  String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:${clock})?${zoneAtEnd}$`,
  'i',
);

function fromNumericDate(text: string): Instant | undefined {
  const match = numericDatePattern.exec(text);
  if (match === null) return undefined;
  const [, first, separator, second, year, hour, minute, seconds, fraction, half, zone] = match;
  const isDayFirst = separator === '.' || Number(first) > 12;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return fromParts({ year, month, day, hour, minute, second: seconds, fraction, half, zone });
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?`;
const dayFirstPattern = new RegExp(
  String.raw`^${weekday}(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?:${clock})?${zoneAtEnd}$`,
  'i',
);
const monthFirstPattern = new RegExp(
  String.raw`^${weekday}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:${clock})?${zoneAtEnd}$`,
  'i',
);
const ctimePattern = new RegExp(String.raw`^${weekday}([a-z]{3})\s+(\d{1,2})${clock}\s+(\d{4})$`, 'i');

function fromMonthName(text: string): Instant | undefined {
  const dayFirst = dayFirstPattern.exec(text);
  if (dayFirst !== null) {
    const [, day, name, year, hour, minute, second, fraction, half, zone] = dayFirst;
    return fromParts({ year, month: monthNumber(name), day, hour, minute, second, fraction, half, zone });
  }
  const monthFirst = monthFirstPattern.exec(text);
  if (monthFirst !== null) {
    const [, name, day, year, hour, minute, second, fraction, half, zone] = monthFirst;
    return fromParts({ year, month: monthNumber(name), day, hour, minute, second, fraction, half, zone });
  }
  const ctime = ctimePattern.exec(text);
  if (ctime === null) return undefined;
  const [, name, day, hour, minute, second, fraction, half, year] = ctime;
  return fromParts({ year, month: monthNumber(name), day, hour, minute, second, fraction, half });
}

function monthNumber(name = ''): string | undefined {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

interface TimeParts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
  /** 'A' or 'P' of AM and PM. */
  readonly half?: string | undefined;
  readonly zone?: string | undefined;
}

function fromParts(parts: TimeParts): Instant | undefined {
  if (parts.month === undefined) return undefined;
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const hour = hourOf(Number(parts.hour ?? 0), parts.half);
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (hour === undefined || minute > 59 || second > 60) return undefined;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const offset = offsetOf(parts.zone);
  if (offset === undefined) return undefined;
  const millis = Math.floor(Number(`0.${parts.fraction ?? '0'}`) * 1000);
  const ms = date.getTime() + ((hour * 60 + minute - (offset ?? 0)) * 60 + second) * 1000 + millis;
  return instant(ms, offset);
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour > 24 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

/** Minutes east of UTC; null where no zone is written, undefined where it is not a zone on Earth. */
function offsetOf(zone: string | undefined): number | null | undefined {
  if (zone === undefined || zone === '') return null;
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return undefined;
  return match[1] === '-' && minutes !== 0 ? -minutes : minutes;
}

function instant(ms: number, offsetMinutes: number | null): Instant | undefined {
  return Math.abs(ms) <= 8.64e15 ? { ms, offsetMinutes } : undefined;
}
