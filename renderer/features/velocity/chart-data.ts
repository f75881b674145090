import type { Metric, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import type { ChartData, ChartMark } from '../../ui/charts/time-series/chart-series.ts';
import { formatValue } from './figure-format.ts';
import { valueName } from './velocity-words.ts';

const how = {
  went_live: 'went live',
  first_seen: 'first seen',
  model_first_seen: 'first seen (model)',
} as const;

/** A metric as its chart shows it: over all interactions, or a series for each value that it is broken down by. */
export function chartData(report: VelocityReport, metric: Metric): ChartData {
  const groups = metric.groups.filter(({ weeks }) => weeks.length > 0);
  const series =
    groups.length === 0
      ? [{ id: 'all', name: 'All', points: metric.weeks }]
      : groups.map(({ value, weeks }) => ({ id: value, name: valueName(value), points: weeks }));
  return {
    title: metric.name,
    weeks: report.weeks,
    series,
    marks: report.marks.map((mark): ChartMark => ({
      week: mark.week,
      name: valueName(mark.name),
      how: how[mark.how],
      kind: mark.how === 'model_first_seen' ? 'model' : 'prompt',
    })),
    openWeek: report.openWeek,
    target: metric.target?.target ?? null,
    isShare: metric.unit === 'share',
    format: (value) => formatValue(metric.unit, value),
  };
}
