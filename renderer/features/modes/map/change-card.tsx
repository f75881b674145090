import type { Change } from '../../../../shared/contract/cluster-operations.ts';
import { ChangeLine } from '../../../ui/diff/change-line.tsx';
import styles from './change-card.module.css';

export interface ChangeCardProps {
  readonly change: Change;
  /** Name of its cluster; null where it is in none. */
  readonly cluster: string | null;
}

/** A change of the map: its small diff, and what it is counted under. */
export function ChangeCard({ change, cluster }: ChangeCardProps) {
  return (
    <div className={styles['card']}>
      <div className={styles['diff']}>
        <ChangeLine change={change} isExpanded />
      </div>
      <ChangePlace change={change} cluster={cluster} />
    </div>
  );
}

/** Under which failure mode and cluster a change is counted. */
export function ChangePlace({ change, cluster }: ChangeCardProps) {
  const parts = [
    change.failureMode === null ? 'No failure mode' : change.failureMode.name,
    cluster ?? 'in no cluster',
    ...(change.week === null ? [] : [change.week]),
  ];
  return (
    <p className={styles['place']} dir="auto">
      {parts.join(' · ')}
    </p>
  );
}
