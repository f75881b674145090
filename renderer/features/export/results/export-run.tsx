import { useMutation } from '@tanstack/react-query';
import { manifestSchema } from '../../../../shared/contract/export-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { useJob } from '../../../api/use-job.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Button } from '../../../ui/button.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { describeJob } from '../../../ui/job-progress.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import styles from './export-run.module.css';
import { ManifestView } from '../manifest-view.tsx';

/** One export from its start to its manifest. */
export function ExportRun({ jobId }: { readonly jobId: string }) {
  const queries = useQueries();
  const { job, error } = useJob(jobId);
  const cancel = useMutation(queries.jobs.cancel.mutationOptions());
  if (error !== null) return <Notice tone="error">{failureOf(error).message}</Notice>;
  if (job === undefined) return <p>Starting the export…</p>;
  if (job.state === 'running') {
    return (
      <div className={styles['running']}>
        <Progress label={job.title} done={job.done} total={job.total} detail={describeJob(job)} />
        <Button isDisabled={cancel.isPending} onPress={() => cancel.mutate({ id: jobId })}>
          Cancel
        </Button>
      </div>
    );
  }
  if (job.state !== 'done') {
    const sentence = job.error?.message ?? 'The export was stopped; no file was written.';
    return <Notice tone={job.state === 'failed' ? 'error' : 'caution'}>{sentence}</Notice>;
  }
  const manifest = manifestSchema.safeParse(job.result);
  if (!manifest.success) return <Notice tone="success">The export is written; see the snapshots.</Notice>;
  return (
    <>
      <Notice tone="success" title={`Exported ${formatPlural(manifest.data.counts.exported, 'line')}`}>
        The manifest beside the files says how to make the same bytes again.
      </Notice>
      <ManifestView manifest={manifest.data} />
    </>
  );
}
