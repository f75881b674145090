import { wilsonInterval } from '../../../../shared/domain/statistics/wilson-interval.ts';
import type { ChartData, ChartSeries, SeriesPoint } from './chart-series.ts';

/** A point of a share for tests; nothing is known where `n` is 0. */
export function testPoint(week: string, yes: number, n: number): SeriesPoint {
  const share = n === 0 ? null : wilsonInterval(yes, n);
  return {
    week,
    n,
    yes,
    value: share === null ? null : yes / n,
    low: share?.low ?? null,
    high: share?.high ?? null,
    isSmall: n < 20,
  };
}

export function testSeries(id: string, points: readonly SeriesPoint[]): ChartSeries {
  return { id, name: `Series ${id}`, points };
}

/** A chart of shares for tests. */
export function testChart(part: Partial<ChartData> = {}): ChartData {
  const weeks = ['2026-W01', '2026-W02', '2026-W03', '2026-W04'];
  return {
    title: 'Acceptance',
    weeks,
    series: [
      testSeries(
        'all',
        weeks.map((week, place) => testPoint(week, 50 + 10 * place, 100)),
      ),
    ],
    marks: [],
    openWeek: null,
    target: null,
    isShare: true,
    format: (value) => `${(100 * value).toFixed(1)} %`,
    ...part,
  };
}
