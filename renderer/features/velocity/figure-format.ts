import type { Figure, Metric } from '../../../shared/contract/velocity-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { signed } from './velocity-words.ts';

export type Unit = Metric['unit'];

/** A figure with its unit: `62.1 %`, `1.4 s`, `3.5 days`. */
export function formatValue(unit: Unit, value: number): string {
  return signed(unsigned(unit, value));
}

function unsigned(unit: Unit, value: number): string {
  switch (unit) {
    case 'share':
      return `${shareDigits(100 * value)} %`;
    case 'ms':
      return milliseconds(value);
    case 'days':
      return `${short(value)} ${value === 1 ? 'day' : 'days'}`;
    case 'count':
      return formatCount(Number(short(value).replaceAll(',', '')));
    case 'number':
      return short(value);
  }
}

/** A difference, with its sign: `+3.1 points`. */
export function formatDifference(unit: Unit, value: number): string {
  const text = unit === 'share' ? `${shareDigits(100 * value)} points` : unsigned(unit, value);
  return value > 0 && !/^0(?:\.0+)? /.test(text) ? `+${text}` : signed(text.replace(/^-(?=0(?:\.0+)? )/, ''));
}

/** A difference with its interval: `+3.1 points (0.4 to 6.2)`. */
export function differenceLine(
  unit: Unit,
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
): string {
  const end = (side: number) => formatDifference(unit, side).replace(/ points$/, '');
  return `${formatDifference(unit, value)} (${end(low)} to ${end(high)})`;
}

/** `(55.0 % to 68.7 %), 108 of 174`, or what of it is known. */
export function detailText(unit: Unit, { value, low, high, n, yes }: Figure): string {
  if (value === null) return 'nothing known';
  if (unit === 'count') return `of ${formatPlural(n, 'interaction')}`;
  const of = yes === null ? `n ${formatCount(n)}` : `${formatCount(yes)} of ${formatCount(n)}`;
  return low === null || high === null
    ? of
    : `${formatValue(unit, low)} to ${formatValue(unit, high)}, ${of}`;
}

/** A figure with its interval and what it is of. */
export function figureLine(unit: Unit, figure: Figure): string {
  return figure.value === null
    ? 'nothing known'
    : `${formatValue(unit, figure.value)} (${detailText(unit, figure)})`;
}

function shareDigits(percent: number): string {
  return percent.toFixed(percent === 0 || percent === 100 ? 0 : 1);
}

/** Three digits, as many as say something. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return formatCount(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

function milliseconds(value: number): string {
  const size = Math.abs(value);
  if (size < 1000) return `${short(value)} ms`;
  if (size < 120_000) return `${short(value / 1000)} s`;
  if (size < 7_200_000) return `${short(value / 60_000)} min`;
  return `${short(value / 3_600_000)} h`;
}
