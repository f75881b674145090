import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { differenceText, shareText, testText, trendText } from './weekly-texts.ts';

describe('figures in words', () => {
  it('hold the interval and what they are of', () => {
    expect(shareText({ interactions: 34, of: 1272, share: wilsonInterval(34, 1272) })).toBe(
      '2.7 % (1.9 to 3.7), 34 of 1,272',
    );
    expect(shareText({ interactions: 0, of: 0, share: null })).toBe('nothing logged');
  });

  it('say which way and by which test', () => {
    const found = {
      difference: -0.0312,
      low: -0.061,
      high: -0.0004,
      test: 'fisher',
      p: 0.0123,
      q: 0.0004,
    } as const;
    expect(differenceText(found)).toBe('−3.1 points (−6.1 to 0.0)');
    expect(testText(found)).toBe('p 0.012, q below 0.001, Fisher’s exact test');
    expect(trendText({ weeks: 8, tau: -0.643, p: 0.031 })).toBe('falling over 8 weeks (tau −0.64, p 0.031)');
    expect(trendText({ weeks: 5, tau: 0.2, p: 0.8 })).toBe('no trend over 5 weeks (tau 0.20, p 0.800)');
  });
});
