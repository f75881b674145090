import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from './chart-layout.ts';
import { testChart, testPoint, testSeries } from './test-chart.ts';

function manyWeeks(count: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const year = 2020 + Math.floor(place / 50);
    return `${year}-W${String((place % 50) + 1).padStart(2, '0')}`;
  });
}

function chartOf(weeks: readonly string[], series = 1, part: Parameters<typeof testChart>[0] = {}) {
  return testChart({
    weeks,
    series: Array.from({ length: series }, (_, index) =>
      testSeries(
        `s${index}`,
        weeks.map((week, place) => testPoint(week, (place + index) % 100, 100)),
      ),
    ),
    ...part,
  });
}

describe('the places of a chart', () => {
  it.each([
    [4, 700],
    [26, 1100],
    [200, 1100],
    [200, 1700],
  ])('has %i weeks in %i pixels: names apart, every point inside', (count, width) => {
    const weeks = manyWeeks(count);
    const layout = layOut(chartOf(weeks), width);
    const xs = layout.weekNames.map(({ x }) => x);
    for (const [place, x] of xs.entries())
      expect(x - (xs[place - 1] ?? -Infinity)).toBeGreaterThanOrEqual(34);
    expect(layout.weekNames.at(-1)?.name).toBe(weeks.at(-1)?.slice(5));
    expect(layout.points[0]).toHaveLength(count);
    for (const { x, y, low, high } of layout.points.flat()) {
      expect(x).toBeGreaterThan(layout.left);
      expect(x).toBeLessThan(layout.right);
      for (const at of [y, low ?? y, high ?? y]) {
        expect(at).toBeGreaterThanOrEqual(layout.top - 0.01);
        expect(at).toBeLessThanOrEqual(layout.bottom + 0.01);
      }
    }
  });

  it('has whiskers where weeks are wide enough, and at most six series', () => {
    expect(layOut(chartOf(manyWeeks(20), 2), 900).hasWhiskers).toBe(true);
    expect(layOut(chartOf(manyWeeks(200), 2), 900).hasWhiskers).toBe(false);
    expect(layOut(chartOf(manyWeeks(4), 9), 900).points).toHaveLength(6);
  });

  it('keeps weeks of few inside without letting their intervals make the others flat', () => {
    const points = [
      testPoint('2026-W01', 6, 100),
      testPoint('2026-W02', 0, 1),
      testPoint('2026-W03', 7, 100),
    ];
    const layout = layOut(testChart({ series: [testSeries('all', points)] }), 900);
    expect(layout.points[0]).toHaveLength(3);
    // The upper end of none of one is at 79 %, that of 7 of 100 at 14 %.
    expect(layout.ticks.at(-1)?.text).toMatch(/^(?:15|20)\.0 %$/);
    expect(layout.points[0]?.[1]?.high).toBe(layout.top);
  });

  it('ends the axis of shares at all of them, and holds the target', () => {
    const points = [testPoint('2026-W01', 99, 100), testPoint('2026-W02', 100, 100)];
    const high = layOut(testChart({ series: [testSeries('all', points)], target: 0.5 }), 900);
    expect(high.ticks.at(-1)?.text).toBe('100.0 %');
    expect(high.target?.y).toBeLessThanOrEqual(high.bottom);
  });

  it('never lets names of marks meet, and draws a line for each', () => {
    const weeks = manyWeeks(200);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 199 }), { maxLength: 60 }),
        fc.string({ minLength: 1, maxLength: 40 }),
        (places, name) => {
          const marks = places.map((place) => ({
            week: weeks[place] ?? '',
            name,
            how: 'went live',
            kind: 'prompt' as const,
          }));
          const placed = layOut(chartOf(weeks, 1, { marks }), 1100).marks;
          expect(placed).toHaveLength(places.length);
          const named = placed.filter((mark) => mark.name !== null);
          for (const [index, one] of named.entries())
            for (const other of named.slice(index + 1)) {
              if (one.lane !== other.lane) continue;
              const [a, b] = [spanOf(one), spanOf(other)];
              expect(a.end <= b.start || b.end <= a.start).toBe(true);
            }
        },
      ),
      { numRuns: 50 },
    );
  });
});

function spanOf({
  x,
  name,
  isLeft,
}: {
  readonly x: number;
  readonly name: string | null;
  readonly isLeft: boolean;
}) {
  const length = 4 + 6 * Array.from(name ?? '').length;
  return isLeft ? { start: x - length, end: x } : { start: x, end: x + length };
}
