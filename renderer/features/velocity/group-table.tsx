import type { Metric } from '../../../shared/contract/velocity-operations.ts';
import { IntervalAxis, IntervalMark } from '../../ui/charts/interval-mark.tsx';
import { niceScale } from '../../ui/charts/time-series/nice-scale.ts';
import { Section } from '../../ui/page.tsx';
import { detailText, formatValue } from './figure-format.ts';
import { trendWords, valueName } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface GroupTableProps {
  readonly metric: Metric;
  /** What it is broken down by, as it is named. */
  readonly dimension: string;
}

/** A metric over all weeks for each value, on one axis. */
export function GroupTable({ metric, dimension }: GroupTableProps) {
  const { unit, groups, overall } = metric;
  if (groups.length === 0)
    return <p className={styles['hint']}>{`This metric has no figures by ${dimension.toLowerCase()}.`}</p>;
  const rows = [{ value: null, overall, trend: metric.trend }, ...groups];
  const scale = niceScale(
    rows
      .flatMap(({ overall: { value, low, high, isSmall } }) => (isSmall ? [value] : [value, low, high]))
      .filter((value) => value !== null),
  );
  return (
    <Section
      title={`By ${dimension.toLowerCase()}`}
      hint="Over all weeks, those with most interactions first."
    >
      <div className={styles['tableBox']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{dimension}</th>
              <th scope="col">Figure</th>
              <th scope="col">
                <IntervalAxis scale={scale} format={(value) => formatValue(unit, value)} />
                <span className={styles['hidden']}>Drawn</span>
              </th>
              <th scope="col">Interval and what it is of</th>
              <th scope="col">Trend</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value, overall: figure, trend }) => (
              <tr key={value === null ? 'all' : `=${value}`} data-small={figure.isSmall || undefined}>
                <th scope="row" dir="auto">
                  {value === null ? 'All' : valueName(value)}
                </th>
                <td>{figure.value === null ? '–' : formatValue(unit, figure.value)}</td>
                <td>
                  <IntervalMark
                    interval={figure.value === null ? null : { ...figure, value: figure.value }}
                    scale={scale}
                    isFaint={figure.isSmall}
                  />
                </td>
                <td>
                  {detailText(unit, figure)}
                  {figure.isSmall ? ' (few)' : ''}
                </td>
                <td>{trendWords(trend)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
