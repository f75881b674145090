import type { Metric, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { TimeSeriesChart } from '../../ui/charts/time-series/time-series-chart.tsx';
import { Printed, PrintedEntry } from '../../ui/print/printed.tsx';
import { chartData } from './chart-data.ts';
import { MetricFacts } from './metric-facts.tsx';

export interface PrintVelocityProps {
  readonly report: VelocityReport;
  readonly metrics: readonly Metric[];
}

/** Metrics with their charts one below the other, in place of the window when it is printed. */
export function PrintVelocity({ report, metrics }: PrintVelocityProps) {
  return (
    <Printed>
      <h1>
        Velocity of {report.project}, {report.weeks[0]} to {report.weeks.at(-1)}
      </h1>
      <ul>
        {report.summary.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {metrics.map((metric) => (
        <PrintedEntry key={metric.id}>
          <h2>{metric.name}</h2>
          <TimeSeriesChart data={chartData(report, metric)} isTableOpen={false} onTableOpen={() => {}} />
          <MetricFacts report={report} metric={metric} />
        </PrintedEntry>
      ))}
    </Printed>
  );
}
