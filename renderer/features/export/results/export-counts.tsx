import type { z } from 'zod';
import type { exportCountsSchema } from '../../../../shared/contract/export-operations.ts';
import { formatCount } from '../../../ui/format.ts';
import styles from './export-counts.module.css';

type Counts = z.infer<typeof exportCountsSchema>;

/** How many interactions match, and how many lines go into which part. */
export function ExportCounts({ counts }: { readonly counts: Counts | undefined }) {
  const entries = [
    ['Matching', counts?.matching],
    ['Exported', counts?.exported],
    ['Training', counts?.training],
    ['Validation', counts?.validation],
    ['Test', counts?.test],
  ] as const;
  return (
    <dl className={styles['numbers']}>
      {entries.map(([name, value]) => (
        <div key={name} className={styles['number']}>
          <dt>{name}</dt>
          <dd>{value === undefined ? '–' : formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
