import { verificationSchema } from '../../../../shared/contract/snapshot-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { describeJob } from '../../../ui/job-progress.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import type { SnapshotVerification } from './use-verification.ts';
import styles from './verification-view.module.css';

const onDiskTexts = { same: 'as written', changed: 'changed', missing: 'missing' } as const;

/** How a verification goes, and what it found. */
export function VerificationView({ verification }: { readonly verification: SnapshotVerification }) {
  const { job, error, cancel } = verification;
  if (error !== null) return <Notice tone="error">{failureOf(error).message}</Notice>;
  if (job === undefined) return null;
  if (job.state === 'running') {
    return (
      <div className={styles['running']}>
        <Progress label={job.title} done={job.done} total={job.total} detail={describeJob(job)} />
        <Button command="snapshots.cancel" onPress={cancel}>
          Cancel
        </Button>
      </div>
    );
  }
  if (job.state !== 'done') {
    const sentence = job.error?.message ?? 'The verification was stopped. Nothing was written.';
    return <Notice tone={job.state === 'failed' ? 'error' : 'caution'}>{sentence}</Notice>;
  }
  const found = verificationSchema.safeParse(job.result);
  if (!found.success) return null;
  const { isSame, files, reasons } = found.data;
  if (isSame) return <Notice tone="success">Every file comes out the same, byte for byte.</Notice>;
  return (
    <Notice tone="caution" title="Not every file comes out the same">
      <ul className={styles['list']}>
        {files
          .filter((file) => !file.isSame || file.onDisk !== 'same')
          .map((file) => (
            <li key={file.name}>
              <strong>{file.name}</strong>: {file.isSame ? 'made anew the same' : 'made anew otherwise'}, on
              the disk {onDiskTexts[file.onDisk]}
            </li>
          ))}
      </ul>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Notice>
  );
}
