import type { Change } from '../../../shared/contract/cluster-operations.ts';
import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { ChangeLine } from '../../ui/diff/change-line.tsx';
import styles from './weekly.module.css';

export interface RowChangesProps {
  readonly row: WeeklyRow;
  readonly isWhole: boolean;
}

/** Changes of the week by which a failure mode can be judged: its most typical ones, and those at its border. */
export function RowChanges({ row: { typical, borderline }, isWhole }: RowChangesProps) {
  if (typical.length + borderline.length === 0)
    return <p className={styles['hint']}>No change of this week.</p>;
  return (
    <>
      <Changes title="Typical changes" changes={typical} isWhole={isWhole} />
      <Changes title="Borderline changes" changes={borderline} isWhole={isWhole} />
    </>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly isWhole: boolean;
}

function Changes({ title, changes, isWhole }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles['subtitle']}>{title}</h3>
      <ul className={styles['changes']}>
        {changes.map((change) => (
          <li key={`${change.interactionId}/${change.place}`}>
            <ChangeLine change={change} isExpanded={isWhole} />
          </li>
        ))}
      </ul>
    </section>
  );
}
