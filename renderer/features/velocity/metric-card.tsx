import type { Metric } from '../../../shared/contract/velocity-operations.ts';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { detailText, formatValue } from './figure-format.ts';
import { latestWeek } from './latest-week.ts';
import { targetShort, trendWords } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface MetricCardProps {
  readonly metric: Metric;
  readonly openWeek: string | null;
  readonly onOpen: () => void;
}

/** A metric in short: its latest complete week, where it goes, and what it should get to. */
export function MetricCard({ metric, openWeek, onOpen }: MetricCardProps) {
  const { id, name, unit, weeks, trend, target, simpson } = metric;
  const latest = latestWeek(weeks, openWeek);
  const value = latest?.value ?? null;
  return (
    <button type="button" className={styles['card']} data-metric={id} onClick={onOpen}>
      <span className={styles['cardName']} title={name}>
        {name}
      </span>
      <span className={styles['cardFigure']} data-small={latest?.isSmall === true || undefined}>
        <span className={styles['value']}>{value === null ? '–' : formatValue(unit, value)}</span>
        <Sparkline
          values={weeks.map((week) => week.value)}
          label={`${weeks.length} weeks`}
          width={96}
          height={28}
        />
      </span>
      <span className={styles['detail']}>
        {latest === null ? 'no complete week with it' : `${latest.week}: ${detailText(unit, latest)}`}
      </span>
      <span className={styles['trend']} data-verdict={trend.verdict}>
        {trendWords(trend)}
        {simpson.length === 0 ? '' : ' ⚠ mix'}
      </span>
      <span className={styles['detail']}>
        {target === null ? '' : `Target ${formatValue(unit, target.target)}: ${targetShort[target.status]}`}
      </span>
    </button>
  );
}
