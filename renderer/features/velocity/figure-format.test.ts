import { describe, expect, it } from 'vitest';
import { detailText, differenceLine, formatDifference, formatValue } from './figure-format.ts';

const figure = { n: 174, yes: 108, value: 0.62069, low: 0.55, high: 0.687, isSmall: false };

describe('figures in words', () => {
  it.each([
    ['share', 0.62069, '62.1 %'],
    ['share', 0, '0 %'],
    ['share', 1, '100 %'],
    ['ms', 840, '840 ms'],
    ['ms', 1400, '1.4 s'],
    ['ms', 300_000, '5 min'],
    ['ms', 9_000_000, '2.5 h'],
    ['days', 1, '1 day'],
    ['days', 3.5, '3.5 days'],
    ['count', 12_345, '12,345'],
    ['number', 0.12345, '0.123'],
    ['number', -2, '−2'],
  ] as const)('%s %f is %s', (unit, value, text) => {
    expect(formatValue(unit, value)).toBe(text);
  });

  it.each([
    ['share', 0.031, '+3.1 points'],
    ['share', -0.031, '−3.1 points'],
    ['share', -0.0001, '0.0 points'],
    ['share', 0, '0 points'],
    ['ms', -1400, '−1.4 s'],
  ] as const)('a difference in %s of %f is %s', (unit, value, text) => {
    expect(formatDifference(unit, value)).toBe(text);
  });

  it('differ with an interval', () => {
    expect(differenceLine('share', { value: 0.031, low: -0.004, high: 0.062 })).toBe(
      '+3.1 points (−0.4 to +6.2)',
    );
    expect(differenceLine('ms', { value: -3000, low: -5000, high: -800 })).toBe('−3 s (−5 s to −800 ms)');
  });

  it('have their interval and what they are of', () => {
    expect(detailText('share', figure)).toBe('55.0 % to 68.7 %, 108 of 174');
    expect(detailText('count', { ...figure, yes: null, low: null, high: null })).toBe('of 174 interactions');
    expect(detailText('share', { ...figure, value: null })).toBe('nothing known');
  });
});
