import { describe, expect, it } from 'vitest';
import { createProgressRate } from './progress-rate.ts';

const progress = (done: number, total: number | null = 1000) => ({
  done,
  total,
  unit: 'bytes' as const,
  rows: done / 10,
});

describe('progress rate', () => {
  it('finds a steady speed and the time left', () => {
    const rate = createProgressRate(0);
    let last = rate(progress(0), 0);
    for (let second = 1; second <= 5; second++) last = rate(progress(second * 100), second * 1000);
    expect(last.rowsPerSecond).toBeCloseTo(10);
    expect(last.secondsLeft).toBeCloseTo(5);
  });

  it('follows a change of speed within seconds, without jumping', () => {
    const rate = createProgressRate(0);
    rate(progress(100, 100_000), 1000);
    const soon = rate(progress(1100, 100_000), 2000).rowsPerSecond ?? 0;
    expect(soon).toBeGreaterThan(10);
    expect(soon).toBeLessThan(50);
  });

  it('names no time left while the total or the speed is unknown', () => {
    const rate = createProgressRate(0);
    expect(rate(progress(0), 0)).toEqual({ rowsPerSecond: null, secondsLeft: null });
    expect(rate(progress(0), 1000).secondsLeft).toBe(null);
    expect(rate(progress(50, null), 2000).secondsLeft).toBe(null);
  });
});
