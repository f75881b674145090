import type { ChartLayout, PlacedPoint } from './chart-layout.ts';
import { classNames } from '../../class-names.ts';
import styles from './time-series-chart.module.css';

export interface SeriesLineProps {
  readonly points: readonly PlacedPoint[];
  readonly series: number;
  readonly layout: ChartLayout;
  /** Its intervals as a band, where there is no room for whiskers. */
  readonly hasBand: boolean;
}

/** A series from week to week with its intervals. Weeks of which nothing is known break it; those of few are faint. */
export function SeriesLine({ points, series, layout, hasBand }: SeriesLineProps) {
  const colour = styles[`series${series + 1}`];
  return (
    <g aria-hidden className={colour}>
      {hasBand ? <path className={styles['band']} d={bandOf(points)} /> : null}
      {layout.hasWhiskers
        ? points.map(({ week, x, low, high, point }) =>
            low === null || high === null ? null : (
              <path
                key={week}
                className={classNames(styles['whisker'], point.isSmall && styles['faint'])}
                d={`M${x - 2.5},${high}h5M${x},${high}V${low}M${x - 2.5},${low}h5`}
              />
            ),
          )
        : null}
      {points.map((to, index) => {
        const from = points[index - 1];
        if (from === undefined || to.week - from.week > 1) return null;
        const isFaint = from.point.isSmall || to.point.isSmall;
        return (
          <path
            key={to.week}
            className={classNames(styles['line'], isFaint && styles['faint'])}
            d={`M${from.x},${from.y}L${to.x},${to.y}`}
          />
        );
      })}
    </g>
  );
}

function bandOf(points: readonly PlacedPoint[]): string {
  const known = points.flatMap(({ x, low, high }) =>
    low === null || high === null ? [] : [{ x, low, high }],
  );
  if (known.length === 0) return '';
  const there = known.map(({ x, high }) => `${x},${high}`);
  const back = known.toReversed().map(({ x, low }) => `${x},${low}`);
  return `M${[...there, ...back].join('L')}Z`;
}
