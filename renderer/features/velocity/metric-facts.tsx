import type { Metric, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { figureLine } from './figure-format.ts';
import { latestWeek } from './latest-week.ts';
import { trendText, trendWords } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface MetricFactsProps {
  readonly report: VelocityReport;
  readonly metric: Metric;
}

/** What a metric means, and what is known of it, each figure with its interval. */
export function MetricFacts({ report, metric }: MetricFactsProps) {
  const { unit, weeks, overall, trend, definition } = metric;
  const latest = latestWeek(weeks, report.openWeek);
  return (
    <dl className={styles['facts']}>
      <dt>Latest complete week</dt>
      <dd>{latest === null ? 'none with it' : `${latest.week}: ${figureLine(unit, latest)}`}</dd>
      <dt>All weeks</dt>
      <dd>{figureLine(unit, overall)}</dd>
      <dt>Trend</dt>
      <dd>
        {trendWords(trend)}. {trendText(trend)}.
      </dd>
      <dt>Definition</dt>
      <dd>{definition}</dd>
    </dl>
  );
}
