import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Disclosure } from '../disclosure.tsx';
import { formatCount } from '../format.ts';
import styles from './histogram.module.css';

export interface HistogramBin {
  /** As it is named: `128 to 255`. */
  readonly name: string;
  readonly count: number;
}

export interface HistogramProps {
  readonly title: string;
  /** What is counted, and what it is counted by, for the head of the table. */
  readonly counted: string;
  readonly by: string;
  readonly bins: readonly HistogramBin[];
}

const height = 96;
const barWidth = 24;
const step = 28;

/** How many there are of each size: bars that the arrow keys go through, and a table behind them. */
export function Histogram({ title, counted, by, bins }: HistogramProps) {
  const titleId = useId();
  const bars = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState(0);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const shown = bins[Math.min(current, bins.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextBar(event.key, current, bins.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    bars.current?.querySelector<SVGElement>(`[data-bar="${next}"]`)?.focus();
  };
  return (
    <figure className={styles['figure']} aria-labelledby={titleId}>
      <figcaption id={titleId} className={styles['title']}>
        {title}
      </figcaption>
      {/* Its bars take the focus, and the arrow keys go from one to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={bars}
        className={styles['bars']}
        viewBox={`0 0 ${Math.max(1, bins.length) * step} ${height}`}
        preserveAspectRatio="none"
        role="group"
        aria-label={`${title}: arrow keys go through the bars`}
        onKeyDown={onKeyDown}
      >
        {bins.map(({ name, count }, index) => {
          const size = count === 0 ? 0 : Math.max(2, (count / most) * (height - 4));
          return (
            <g
              key={name}
              data-bar={index}
              className={styles['bar']}
              role="img"
              aria-label={`${name}: ${formatCount(count)}`}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onPointerEnter={() => setCurrent(index)}
            >
              <rect className={styles['slot']} x={index * step} y={0} width={step} height={height} />
              <rect
                className={styles['fill']}
                x={index * step + 2}
                y={height - size}
                width={barWidth}
                height={size}
              />
            </g>
          );
        })}
      </svg>
      <p className={styles['shown']}>
        {shown === undefined ? '' : `${shown.name} ${by.toLowerCase()}: ${formatCount(shown.count)}`}
      </p>
      <Disclosure title="As a table">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{by}</th>
              <th scope="col">{counted}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

function nextBar(key: string, from: number, bars: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(bars - 1, from + 1);
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return bars - 1;
    default:
      return null;
  }
}
