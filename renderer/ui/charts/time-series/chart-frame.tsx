import { useId } from 'react';
import type { ChartLayout } from './chart-layout.ts';
import { PointShape } from './point-shape.tsx';
import styles from './time-series-chart.module.css';

export interface ChartFrameProps {
  readonly title: string;
  readonly layout: ChartLayout;
}

/** What stands around the points: title, names of series, axes, the week that is not over, what began when, the target. */
export function ChartFrame({ title, layout }: ChartFrameProps) {
  const hatch = useId().replaceAll(/\W/g, '');
  const { left, right, top, bottom, legend, ticks, weekNames, marks, openWeek, target } = layout;
  return (
    <g aria-hidden>
      <text className={styles['title']} x={left} y={14}>
        {title}
      </text>
      {legend.entries.map(({ x, y, name }, series) => (
        <g key={x + y * layout.width} className={styles[`series${series + 1}`]}>
          <PointShape className={styles['shape']} series={series} x={x + 5} y={y} />
          <text className={styles['text']} x={x + 14} y={y + 4}>
            {name}
          </text>
        </g>
      ))}
      {openWeek === null ? null : (
        <>
          <pattern
            id={hatch}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path className={styles['hatch']} d="M0,0V6" />
          </pattern>
          <rect x={openWeek.x} y={top} width={openWeek.width} height={bottom - top} fill={`url(#${hatch})`} />
        </>
      )}
      {ticks.map(({ y, text }) => (
        <g key={text}>
          <path className={styles['grid']} d={`M${left},${y}H${right}`} />
          <text className={styles['tick']} x={left - 6} y={y + 4}>
            {text}
          </text>
        </g>
      ))}
      {weekNames.map(({ x, name, year }) => (
        <g key={x}>
          <path className={styles['axis']} d={`M${x},${bottom}v4`} />
          <text className={styles['week']} x={x} y={bottom + 16}>
            {name}
          </text>
          {year === null ? null : (
            <text className={styles['week']} x={x} y={bottom + 30}>
              {year}
            </text>
          )}
        </g>
      ))}
      {marks.map(({ week, x, y, name, kind, text }) => (
        <g key={week} className={styles[kind]}>
          <title>{text}</title>
          <path className={styles['mark']} d={`M${x},${name === null ? top : y - 8}V${bottom}`} />
        </g>
      ))}
      {/* In front of all lines, which end before a name and go on after it. */}
      {marks.map(({ week, x, y, name, isLeft, kind }) =>
        name === null ? null : (
          <g key={week} className={styles[kind]}>
            <text
              className={isLeft ? styles['markLeft'] : styles['markRight']}
              x={isLeft ? x - 4 : x + 4}
              y={y}
            >
              {name}
            </text>
          </g>
        ),
      )}
      {target === null ? null : (
        <>
          <path className={styles['target']} d={`M${left},${target.y}H${right}`} />
          <text className={styles['targetText']} x={right + 6} y={target.y - 2}>
            Target
          </text>
          <text className={styles['targetText']} x={right + 6} y={target.y + 12}>
            {target.text}
          </text>
        </>
      )}
    </g>
  );
}
