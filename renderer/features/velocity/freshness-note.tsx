import type { Freshness } from '../../../shared/contract/signal-operations.ts';
import { useJobs } from '../../api/use-job.ts';
import { formatPlural } from '../../ui/format.ts';
import { describeJob } from '../../ui/job-progress.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './velocity.module.css';

/** What is not counted yet, and how far the job is that does so. */
export function FreshnessNote({ freshness }: { readonly freshness: Freshness }) {
  const job = useJobs().find(({ kind, state }) => kind === 'signals' && state === 'running');
  const text = freshnessText(freshness);
  if (text === null && job === undefined) return null;
  return (
    <div className={styles['freshness']}>
      <Notice tone="info">{text ?? 'The values of signals are being worked out.'}</Notice>
      {job === undefined ? null : (
        <Progress label={job.title} done={job.done} total={job.total} detail={describeJob(job)} />
      )}
    </div>
  );
}

function freshnessText({ measured, total, stale, isOutdated }: Freshness): string | null {
  if (isOutdated)
    return 'The settings of signals changed: all values are worked out anew, and figures are of the old ones until then.';
  const missing = total - measured;
  if (missing > 0)
    return `${formatPlural(missing, 'interaction')} ${missing === 1 ? 'is' : 'are'} not counted yet.`;
  if (stale > 0)
    return `${formatPlural(stale, 'interaction')} changed and ${stale === 1 ? 'is' : 'are'} counted as before.`;
  return null;
}
