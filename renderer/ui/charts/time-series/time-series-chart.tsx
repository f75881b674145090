import { type KeyboardEvent, type PointerEvent, type Ref, useMemo, useRef, useState } from 'react';
import { Disclosure } from '../../disclosure.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartLayout, layOut } from './chart-layout.ts';
import { type ChartData, drawnSeries } from './chart-series.ts';
import { ChartTable } from './chart-table.tsx';
import { nextPlace, type PointPlace } from './next-place.ts';
import { PointShape } from './point-shape.tsx';
import { pointText } from './point-text.ts';
import { SeriesLine } from './series-line.tsx';
import styles from './time-series-chart.module.css';
import { useWidth } from './use-width.ts';

export interface TimeSeriesChartProps {
  readonly data: ChartData;
  /** The drawing, for saving it. */
  readonly drawing?: Ref<SVGSVGElement>;
  readonly isTableOpen: boolean;
  readonly onTableOpen: (isOpen: boolean) => void;
}

/**
 * Figures of weeks as points with their intervals. The points are one tab stop: arrow keys go through them, and what one
 * says stands below. Everything that is drawn is in the table behind it.
 */
export function TimeSeriesChart({ data, drawing, isTableOpen, onTableOpen }: TimeSeriesChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 900);
  const layout = useMemo(() => layOut(data, width), [data, width]);
  const [visited, setVisited] = useState<PointPlace | null>(null);
  const known = layout.points.flat();
  const current =
    known.find(({ series, week }) => series === visited?.series && week === visited.week) ??
    layout.points.find((along) => along.length > 0)?.at(-1);
  const series = drawnSeries(data);
  const nameOf = (place: number) => (data.series.length < 2 ? null : (series[place]?.name ?? null));

  const onKeyDown = (event: KeyboardEvent) => {
    const next = current === undefined ? null : nextPlace(event.key, current, layout.points);
    if (!movingKeys.has(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (next === null) return;
    setVisited({ series: next.series, week: next.week });
    box.current?.querySelector<SVGElement>(`[data-point="${next.series} ${next.week}"]`)?.focus();
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const nearest = nearestPoint(layout, event.clientX - frame.left, event.clientY - frame.top);
    if (nearest !== null) setVisited(nearest);
  };
  return (
    <figure className={styles['figure']} aria-label={data.title}>
      <div ref={box} className={styles['box']}>
        {/* Its points take the focus, and the arrow keys go from one to the next. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <svg
          {...(drawing === undefined ? {} : { ref: drawing })}
          className={styles['drawing']}
          viewBox={`0 0 ${width} ${layout.height}`}
          height={layout.height}
          role="group"
          aria-label={`${data.title}: arrow keys go through the points`}
          onKeyDown={onKeyDown}
          onPointerMove={onPointerMove}
        >
          <ChartFrame title={data.title} layout={layout} />
          {layout.points.map((points, place) => (
            <SeriesLine
              key={series[place]?.id ?? place}
              points={points}
              series={place}
              layout={layout}
              hasBand={!layout.hasWhiskers && place === current?.series}
            />
          ))}
          {known.map((placed) => (
            <g
              key={`${placed.series} ${placed.week}`}
              data-point={`${placed.series} ${placed.week}`}
              data-small={placed.point.isSmall || undefined}
              data-open={placed.point.week === data.openWeek || undefined}
              data-current={placed === current || undefined}
              className={styles['point']}
              role="img"
              aria-label={pointText(placed.point, nameOf(placed.series), data)}
              tabIndex={placed === current ? 0 : -1}
              onFocus={() => setVisited({ series: placed.series, week: placed.week })}
            >
              <circle className={styles['ring']} cx={placed.x} cy={placed.y} r={8} />
              <g className={styles[`series${placed.series + 1}`]}>
                <PointShape className={styles['shape']} series={placed.series} x={placed.x} y={placed.y} />
              </g>
            </g>
          ))}
        </svg>
      </div>
      {/* Read with the point that has the focus; here for everybody else. */}
      <p className={styles['said']} aria-hidden>
        {current === undefined
          ? 'Nothing is known of these weeks.'
          : pointText(current.point, nameOf(current.series), data)}
      </p>
      <Disclosure title="As a table" isOpen={isTableOpen} onOpen={onTableOpen}>
        <ChartTable data={data} />
      </Disclosure>
    </figure>
  );
}

const movingKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** The point that a pointer is nearest to, weeks counting before heights; null where it is outside. */
function nearestPoint(layout: ChartLayout, x: number, y: number): PointPlace | null {
  if (y < layout.top || y > layout.bottom) return null;
  let nearest: PointPlace | null = null;
  let least = Infinity;
  for (const point of layout.points.flat()) {
    const distance = Math.hypot(3 * (point.x - x), point.y - y);
    if (distance >= least) continue;
    least = distance;
    nearest = { series: point.series, week: point.week };
  }
  return nearest;
}
