import type { z } from 'zod';
import type { exportCountsSchema } from '../../../shared/contract/export-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import styles from './export-counts.module.css';

type Counts = z.infer<typeof exportCountsSchema>;

/** How many interactions match, how many lines that makes, and what leaves the others out. */
export function ExportCounts({ counts }: { readonly counts: Counts | undefined }) {
  const entries = [
    ['Matching', counts?.matching],
    ['Exported', counts?.exported],
    ['Training', counts?.training],
    ['Validation', counts?.validation],
  ] as const;
  return (
    <div className={styles['counts']}>
      <dl className={styles['numbers']}>
        {entries.map(([name, value]) => (
          <div key={name} className={styles['number']}>
            <dt>{name}</dt>
            <dd>{value === undefined ? '–' : formatCount(value)}</dd>
          </div>
        ))}
      </dl>
      {counts === undefined || counts.skipped.length === 0 ? null : (
        <ul className={styles['skipped']}>
          {counts.skipped.map((skip) => (
            <li key={skip.rule}>
              <strong>{formatPlural(skip.rows, 'interaction')} left out:</strong> {skip.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
