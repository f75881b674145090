import type { Figure, Metric, Trend, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';

export const testWeeks = ['2026-W01', '2026-W02', '2026-W03', '2026-W04', '2026-W05'];

/** A share for tests. */
export function testFigure(yes: number, n: number): Figure {
  const share = wilsonInterval(yes, n);
  return {
    n,
    yes,
    value: share?.share ?? null,
    low: share?.low ?? null,
    high: share?.high ?? null,
    isSmall: n < 20,
  };
}

const rising: Trend = { weeks: 4, tau: 1, p: 0.04, q: 0.04, direction: 'rising', verdict: 'better' };

/** A metric of shares that rises; the last week is not over. */
export function testMetric(id: string, part: Partial<Metric> = {}): Metric {
  return {
    id,
    name: `Metric ${id}`,
    group: 'lagging',
    kind: 'share',
    better: 'higher',
    unit: 'share',
    definition: 'What it means.',
    overall: testFigure(200, 500),
    weeks: testWeeks.map((week, place) => ({ week, ...testFigure(30 + 5 * place, 100) })),
    trend: rising,
    groups: [],
    target: null,
    simpson: [],
    ...part,
  };
}

/** A report of five weeks for tests. */
export function testReport(part: Partial<VelocityReport> = {}): VelocityReport {
  return {
    project: 'Test',
    freshness: { measured: 500, total: 500, stale: 0, isOutdated: false },
    weeks: testWeeks,
    openWeek: '2026-W05',
    interactions: 500,
    withoutTime: 0,
    fewerThan: 20,
    marks: [{ week: '2026-W03', day: '2026-01-13', name: 'v2', how: 'went_live' }],
    metrics: [testMetric('usable', { group: 'leading' }), testMetric('acceptance'), testMetric('requery')],
    summary: [
      { tone: 'good', text: 'The flywheel spins.', metric: null },
      { tone: 'bad', text: 'Re-queries are stuck.', metric: 'requery' },
    ],
    ...part,
  };
}
