import { describe, expect, it } from 'vitest';
import { shareFigure, type WeekFigure } from './figure.ts';
import { targetStatus } from './target-status.ts';
import { weekTrends } from './week-trend.ts';

function weeksOf(counts: readonly (readonly [yes: number, n: number])[]): WeekFigure[] {
  return counts.map(([yes, n], index) => ({ week: `2026-W${30 + index}`, ...shareFigure(yes, n) }));
}

const rising = weeksOf([
  [10, 100],
  [20, 100],
  [30, 100],
  [40, 100],
  [50, 100],
  [60, 100],
]);

describe('trends of weeks', () => {
  it('are corrected for how many are shown', () => {
    const [alone] = weekTrends([{ weeks: rising, better: 'higher' }], null);
    // Of 720 orders of six weeks two are as far from none: all up and all down.
    expect(alone?.p).toBeCloseTo(2 / 720, 12);
    expect(alone).toMatchObject({ q: alone?.p, direction: 'rising', verdict: 'better' });
    const mixed = weeksOf([
      [30, 100],
      [20, 100],
      [40, 100],
      [10, 100],
      [60, 100],
      [50, 100],
    ]);
    const many = weekTrends(
      [rising, ...Array.from({ length: 19 }, () => mixed)].map((weeks) => ({ weeks, better: 'lower' })),
      null,
    );
    expect(many[0]?.q).toBeCloseTo((2 / 720) * 20, 12);
    expect(many[0]).toMatchObject({ direction: 'no_trend', verdict: 'steady' });
  });

  it('leave out the week that is not over and small ones, and need four', () => {
    const [open] = weekTrends([{ weeks: rising, better: 'lower' }], '2026-W35');
    expect(open).toMatchObject({ weeks: 5, direction: 'rising', verdict: 'worse' });
    const small = weeksOf([
      [1, 19],
      [5, 20],
      [6, 20],
      [7, 20],
      [0, 0],
    ]);
    expect(weekTrends([{ weeks: small, better: 'higher' }], null)).toEqual([
      { weeks: 3, tau: null, p: null, q: null, direction: 'too_few', verdict: 'unknown' },
    ]);
  });

  it('are none of what is the same each week, which others are not corrected for', () => {
    const same = weeksOf(Array.from({ length: 6 }, () => [50, 100] as const));
    const [steady, other] = weekTrends(
      [
        { weeks: same, better: 'higher' },
        { weeks: rising, better: 'neither' },
      ],
      null,
    );
    expect(steady).toMatchObject({ direction: 'no_trend', verdict: 'steady', q: 1 });
    expect(other).toMatchObject({ direction: 'rising', verdict: 'unknown', q: other?.p });
  });
});

describe('the status of a target', () => {
  it.each([
    [0.4, 'higher', 'reached'],
    [0.6, 'higher', 'open'],
    [0.9, 'higher', 'missed'],
    [0.9, 'lower', 'reached'],
    [0.4, 'lower', 'missed'],
  ] as const)('of %d, where %s is better, is %s by the latest week', (target, better, status) => {
    expect(targetStatus(target, better, rising, null)).toBe(status);
  });

  it('is not known without a week that is over and large enough', () => {
    expect(targetStatus(0.5, 'higher', weeksOf([[5, 10]]), null)).toBe('unknown');
    expect(targetStatus(0.5, 'higher', weeksOf([[50, 100]]), '2026-W30')).toBe('unknown');
  });
});
