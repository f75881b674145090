import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Figure, WeekFigure } from '../../../shared/domain/velocity/figure.ts';
import {
  alwaysShown,
  collectedMetrics,
  type MetricDefinition,
  outcomeMetric,
  signalMetrics,
} from '../../../shared/domain/velocity/metric-definitions.ts';
import type { ReportLayout } from '../../../shared/domain/velocity/report-layout.ts';
import type { Tally } from '../../../shared/domain/velocity/tally.ts';

export interface MeasuredGroup {
  readonly value: string;
  readonly overall: Figure;
  readonly weeks: readonly WeekFigure[];
}

export interface MeasuredMetric {
  readonly metric: MetricDefinition;
  readonly overall: Figure;
  readonly weeks: readonly WeekFigure[];
  readonly groups: readonly MeasuredGroup[];
}

/** The metrics that a tally knows something of, and those that are always shown. */
export function metricsOf(tally: Tally, settings: SignalSettings): MetricDefinition[] {
  return [
    ...collectedMetrics,
    ...signalMetrics(settings),
    ...tally.outcomes().map(({ name, ...seen }) => outcomeMetric(name, settings, seen)),
  ];
}

/** Figures of a tally by week and group. */
export function* measureSignals(
  tally: Tally,
  settings: SignalSettings,
  layout: ReportLayout,
): Generator<void, MeasuredMetric[]> {
  const measured: MeasuredMetric[] = [];
  for (const metric of metricsOf(tally, settings)) {
    const overall = tally.figure(metric, layout.bucketsOf(null, null));
    if (overall.n === 0 && metric.group === 'lagging' && !alwaysShown.has(metric.id)) continue;
    const weeksOf = (group: string | null) =>
      layout.weeks.map((week) => ({ week, ...tally.figure(metric, layout.bucketsOf(group, week)) }));
    const groups: MeasuredGroup[] = [];
    for (const value of layout.groups) {
      groups.push({
        value,
        overall: tally.figure(metric, layout.bucketsOf(value, null)),
        weeks: weeksOf(value),
      });
      yield;
    }
    measured.push({ metric, overall, weeks: weeksOf(null), groups });
    yield;
  }
  return measured;
}
