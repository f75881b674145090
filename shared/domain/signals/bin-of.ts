import type { SignalUnit } from './catalogue.ts';

/** Bins of numbers within one power of ten: each is 2.3 % wide, so that a value is at most 1.2 % off. */
const binsPerDecade = 100;

/** Whole numbers up to this are counted as they are. */
const mostPoints = 100;

/**
 * The value that a value is counted as. Yes or no stays as it is, shares are counted by the hundredth, small whole numbers as they are, times and
 * other numbers in bins of equal ratio, so that medians of millions come from a few hundred counts and are at most 1.2 % off.
 */
export function binOf(unit: SignalUnit, value: number): number {
  if (unit === 'yes_no' || value === 0) return value;
  if (unit === 'share') return Math.round(value * 100) / 100;
  const size = Math.abs(value);
  // Points on a scale and small counts.
  if (unit === 'number' && Number.isInteger(value) && size <= mostPoints) return value;
  const bin = 10 ** (Math.round(Math.log10(size) * binsPerDecade) / binsPerDecade);
  return Math.sign(value) * Number(bin.toPrecision(4));
}
