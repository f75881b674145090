import styles from './interval-mark.module.css';
import { type Scale } from './time-series/nice-scale.ts';

export interface Interval {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface IntervalMarkProps {
  /** Null leaves its room empty. */
  readonly interval: Interval | null;
  /** The same for all rows of a table, so that they can be compared. */
  readonly scale: Scale;
  /** A line through all rows, such as no difference. */
  readonly reference?: number | null;
  readonly isFaint?: boolean;
}

const width = 240;
const margin = 8;

/** A value with its interval, on the axis of its table. The same stands beside it in words. */
export function IntervalMark({ interval, scale, reference = null, isFaint = false }: IntervalMarkProps) {
  const xOf = placeOn(scale);
  return (
    <svg className={styles['mark']} width={width} height={26} aria-hidden data-faint={isFaint || undefined}>
      {reference === null ? null : <path className={styles['reference']} d={`M${xOf(reference)},0V26`} />}
      {interval === null ? null : (
        <>
          {interval.low === null || interval.high === null ? null : (
            <path
              className={styles['interval']}
              d={`M${xOf(interval.low)},9v8m0,-4H${xOf(interval.high)}m0,-4v8`}
            />
          )}
          <circle className={styles['value']} cx={xOf(interval.value)} cy={13} r={4} />
        </>
      )}
    </svg>
  );
}

export interface IntervalAxisProps {
  readonly scale: Scale;
  readonly format: (value: number) => string;
}

/** The axis above the intervals of a table. */
export function IntervalAxis({ scale, format }: IntervalAxisProps) {
  const xOf = placeOn(scale);
  const [first, last] = [scale.ticks[0] ?? 0, scale.ticks.at(-1) ?? 1];
  const inner = scale.ticks.includes(0) && first < 0 && last > 0 ? [0] : [];
  return (
    <svg className={styles['axis']} width={width} height={20} aria-hidden>
      <path className={styles['line']} d={`M${margin},19.5H${width - margin}`} />
      {[first, ...inner, last].map((tick) => (
        <g key={tick}>
          <path className={styles['line']} d={`M${xOf(tick)},15v5`} />
          <text x={xOf(tick)} y={11} textAnchor={tick === first ? 'start' : tick === last ? 'end' : 'middle'}>
            {format(tick)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function placeOn({ low, high }: Scale): (value: number) => number {
  return (value) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return Math.round((margin + share * (width - 2 * margin)) * 10) / 10;
  };
}
