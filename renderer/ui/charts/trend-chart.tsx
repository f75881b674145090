import { Fragment, useId } from 'react';
import { formatCount } from '../format.ts';
import { Disclosure } from '../disclosure.tsx';
import styles from './trend-chart.module.css';

export interface TrendWeek {
  /** As it is named in the table: `2026-W40`. */
  readonly week: string;
  readonly count: number;
  readonly of: number;
  /** Null where nothing was logged. */
  readonly share: { readonly share: number; readonly low: number; readonly high: number } | null;
  /** What began in this week: `v2`, and how, such as `went live`. */
  readonly marks: readonly { readonly name: string; readonly how: string }[];
}

export interface TrendChartProps {
  readonly title: string;
  readonly weeks: readonly TrendWeek[];
  /** Weeks with fewer in all are greyed: their bars say little. */
  readonly fewerThan: number;
}

/** Names of weeks below the bars that fit beside each other. */
const mostNames = 7;

/** Shares per week as bars with their intervals, and the same as a table behind it. */
export function TrendChart({ title, weeks, fewerThan }: TrendChartProps) {
  const titleId = useId();
  const top = topOf(weeks, fewerThan);
  const every = Math.max(1, Math.ceil(weeks.length / mostNames));
  return (
    <figure className={styles['figure']} aria-labelledby={titleId}>
      <figcaption id={titleId} className={styles['title']}>
        {title}
      </figcaption>
      <div className={styles['plot']} aria-hidden>
        <span className={styles['top']}>{percent(top)}</span>
        <div className={styles['bars']}>
          {weeks.map(({ week, count, of, share, marks }, index) => (
            <div
              key={week}
              className={styles['week']}
              data-small={of < fewerThan || undefined}
              title={[`${week}: ${count} of ${of}`, ...marks.map(sentenceOf)].join('; ')}
            >
              {marks.length === 0 ? null : (
                <span className={styles['mark']} data-mark={marks.map(({ name }) => name).join(', ')} />
              )}
              {share === null ? null : (
                <>
                  <span className={styles['bar']} style={{ height: heightOf(share.share, top) }} />
                  <span
                    className={styles['whisker']}
                    style={{
                      bottom: heightOf(share.low, top),
                      height: heightOf(Math.max(0, Math.min(share.high, top) - share.low), top),
                    }}
                  />
                </>
              )}
              {(weeks.length - 1 - index) % every === 0 ? (
                <span className={styles['name']}>{week.slice(5)}</span>
              ) : null}
            </div>
          ))}
        </div>
      </div>
      <Disclosure title="As a table">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col">Interactions</th>
              <th scope="col">Of</th>
              <th scope="col">Share (95 % interval)</th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ week, count, of, share, marks }) => (
              <tr key={week}>
                <th scope="row">
                  {week}
                  {marks.map((mark) => (
                    <Fragment key={mark.name}>
                      <br />
                      <bdi className={styles['went']}>{sentenceOf(mark)}</bdi>
                    </Fragment>
                  ))}
                </th>
                <td>{formatCount(count)}</td>
                <td>{formatCount(of)}</td>
                <td>
                  {share === null
                    ? '–'
                    : `${percent(share.share)} (${percent(share.low)} to ${percent(share.high)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

/**
 * The top of the chart: a round share above every bar, and above the ends of intervals as far as they are not far off.
 * Weeks with few in all do not make the others small.
 */
function topOf(weeks: readonly TrendWeek[], fewerThan: number): number {
  const large = weeks.filter(({ of }) => of >= fewerThan);
  const counted = large.length === 0 ? weeks : large;
  const bars = counted.map(({ share }) => share?.share ?? 0);
  const ends = counted.map(({ share }) => share?.high ?? 0);
  const most = Math.max(0.001, Math.min(Math.max(...ends, 0), 2 * Math.max(...bars, 0.0005)));
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((factor) => factor * unit >= most) ?? 10;
  return Math.min(1, step * unit);
}

function sentenceOf({ name, how }: TrendWeek['marks'][number]): string {
  return `${name} ${how}`;
}

function heightOf(share: number, top: number): string {
  return `${Math.min(100, (100 * share) / top)}%`;
}

function percent(share: number): string {
  const value = 100 * share;
  const digits = value === 0 || value >= 10 ? 0 : value >= 1 ? 1 : 2;
  return `${value.toFixed(digits)} %`;
}
