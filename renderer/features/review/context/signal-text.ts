import type { Signal } from '../../../../shared/contract/item-operations.ts';

/** `time_to_send_s` in seconds reads `Time to send`: the unit stands with the value. */
export function signalName({ name, unit }: Pick<Signal, 'name' | 'unit'>): string {
  const words = name.split(/[\s_.-]+/).filter((word) => word !== '');
  const last = words.at(-1)?.toLowerCase();
  const isUnit = unit !== null && last !== undefined && words.length > 1 && unitOf(last) === unitOf(unit);
  const shown = (isUnit ? words.slice(0, -1) : words).join(' ');
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

/** The value as people read it: durations in the unit that fits them (`4.7 s` for 4,728 ms), other numbers as they are. */
export function signalText({ number, text, unit }: Pick<Signal, 'number' | 'text' | 'unit'>): string {
  if (number === null) return withUnit(text ?? '', unit);
  const milliseconds = unit === null ? undefined : unitMilliseconds[unitOf(unit)];
  if (milliseconds === undefined || Math.abs(number * milliseconds) < 1000)
    return withUnit(formatNumber(number), unit);
  return durationText(number * milliseconds);
}

/** What was logged, exactly: `implicit signal latency_ms: 4,728.25 ms`. */
export function signalTitle({ kind, name, number, text, unit }: Omit<Signal, 'at'>): string {
  const value = number === null ? (text ?? '') : number.toLocaleString('en', { maximumFractionDigits: 20 });
  return `${kind} signal ${name}: ${withUnit(value, unit)}`;
}

/** Names of the units of time that logs use, as one name each. */
const sameUnits: Readonly<Record<string, string>> = {
  msec: 'ms',
  msecs: 'ms',
  millis: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  minute: 'min',
  minutes: 'min',
  mins: 'min',
  hour: 'h',
  hours: 'h',
  hrs: 'h',
  percent: '%',
  pct: '%',
};

const unitMilliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
};

function unitOf(word: string): string {
  const unit = word.toLowerCase();
  return sameUnits[unit] ?? unit;
}

/** A length of time; from one second on: `4.7 s`, `110 s`, `12 min 5 s`, `2 h 10 min`. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  if (size < 99.95) return `${sign}${size.toLocaleString('en', { maximumFractionDigits: 1 })} s`;
  const whole = Math.round(size);
  if (whole < 180) return `${sign}${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return sign + parts(minutes, 'min', whole % 60, 's');
  const allMinutes = Math.round(whole / 60);
  return sign + parts(Math.floor(allMinutes / 60), 'h', allMinutes % 60, 'min');
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${large.toLocaleString('en')} ${largeUnit}`;
  return small === 0 ? head : `${head} ${small} ${smallUnit}`;
}

function withUnit(value: string, unit: string | null): string {
  return unit === null ? value : `${value} ${unit}`;
}

function formatNumber(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 3 });
}
