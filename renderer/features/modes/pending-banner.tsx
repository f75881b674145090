import type { ClusterRun } from '../../../shared/contract/cluster-operations.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './modes.module.css';

export interface PendingBannerProps {
  readonly pending: ClusterRun | null;
  /** What it would change is on screen. */
  readonly isShown: boolean;
  readonly onShow: () => void;
}

/** Says that all clusters were made anew, and that nothing changes until somebody accepts it. */
export function PendingBanner({ pending, isShown, onShow }: PendingBannerProps) {
  if (pending === null || isShown) return null;
  return (
    <div className={styles['banner']}>
      <Notice
        tone="caution"
        title="A new clustering waits"
        actions={
          <Button command="modes.difference" onPress={onShow}>
            What it would change
          </Button>
        }
      >
        Made {formatMoment(pending.createdAt)}: {formatPlural(pending.clusters, 'cluster')} of{' '}
        {formatPlural(pending.changes, 'change')}. Nothing changes before you accept it.
      </Notice>
    </div>
  );
}
