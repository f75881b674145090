import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  /** What stands beside the bar: `1,200 rows, 35 s left`. */
  readonly detail?: string;
  readonly isCompact?: boolean;
}

export function Progress({ label, done, total, detail, isCompact = false }: ProgressProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <ProgressBar
      className={styles['progress'] ?? ''}
      aria-label={label}
      isIndeterminate={share === null}
      value={share ?? 0}
      maxValue={1}
      {...(detail === undefined ? {} : { valueLabel: detail })}
    >
      {isCompact ? null : (
        <div className={styles['texts']}>
          <span>{label}</span>
          <span className={styles['detail']}>{detail}</span>
        </div>
      )}
      <div className={styles['track']}>
        <div className={styles['bar']} style={{ width: `${(share ?? 0.05) * 100}%` }} />
      </div>
    </ProgressBar>
  );
}
