import { memo } from 'react';
import { sparkPoints } from './spark-points.ts';
import styles from './sparkline.module.css';

export interface SparklineProps {
  /** What is shown, from the oldest to the newest; null where nothing is known. */
  readonly values: readonly (number | null)[];
  /** The same in words. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** A line that says how something goes, small enough for a row of a list. */
export const Sparkline = memo(function Sparkline({ values, label, width = 76, height = 22 }: SparklineProps) {
  const { line, last } = sparkPoints(values, width, height);
  return (
    <svg className={styles['sparkline']} role="img" aria-label={label} width={width} height={height}>
      <line className={styles['base']} x1={1} x2={width - 1} y1={height - 1} y2={height - 1} />
      <polyline className={styles['line']} points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last === null ? null : <circle className={styles['last']} cx={last.x} cy={last.y} r={2} />}
    </svg>
  );
});
