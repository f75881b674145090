import { useLocation } from 'wouter';
import type { Freshness } from '../../../shared/contract/signal-operations.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './audit.module.css';

/** There is nothing to audit: no interactions, or none whose signals are worked out. */
export function NothingLogged({ freshness: { total } }: { readonly freshness: Freshness }) {
  const [, navigate] = useLocation();
  if (total > 0)
    return (
      <div className={styles['empty']}>
        <h2>Signals are not worked out yet</h2>
        <p>
          The audit counts what is known of each interaction. Work it out for the{' '}
          {formatPlural(total, 'interaction')} of this project first; it runs beside your work.
        </p>
      </div>
    );
  return (
    <div className={styles['empty']}>
      <h2>No interactions yet</h2>
      <p>
        The audit shows which outputs and actions are logged, what is thrown away, and what that keeps you
        from. Import a log first.
      </p>
      <div className={styles['buttons']}>
        <Button variant="primary" command="go.import" onPress={() => navigate(paths.import)}>
          Import
        </Button>
      </div>
    </div>
  );
}

/** Outputs are logged, and nothing else. */
export function NoSignals() {
  return (
    <Notice tone="caution" title="No interaction has a signal">
      The log holds outputs, but not what people did with them. Begin with the text that they used in the end:
      log it, or map its column when you import.
    </Notice>
  );
}
