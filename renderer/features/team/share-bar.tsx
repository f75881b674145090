import type { Share } from '../../../shared/domain/statistics/wilson-interval.ts';
import { classNames } from '../../ui/class-names.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './team.module.css';

export interface ShareBarProps {
  readonly share: Share | null;
  readonly count: number;
  readonly total: number;
  readonly isOwn?: boolean;
}

/** A share as a bar with the line of its interval, and in figures: a cell of a table. */
export function ShareBar({ share, count, total, isOwn = false }: ShareBarProps) {
  return (
    <td className={styles['share']}>
      <div className={styles['track']} aria-hidden>
        <div
          className={classNames(styles['bar'], isOwn && styles['own'])}
          style={{ width: percent(share?.share ?? 0) }}
        />
        {share === null ? null : (
          <div
            className={styles['interval']}
            style={{ left: percent(share.low), width: percent(share.high - share.low) }}
          />
        )}
      </div>
      <span className={styles['numbers']}>
        {share === null
          ? 'no labels'
          : `${digits(share.share)} % (${digits(share.low)} to ${digits(share.high)}), n ${formatCount(count)} of ${formatCount(total)}`}
      </span>
    </td>
  );
}

/** Of the width of the bar. */
function percent(share: number): string {
  return `${100 * share}%`;
}

function digits(share: number): string {
  return (100 * share).toFixed(share === 0 || share === 1 ? 0 : 1);
}
