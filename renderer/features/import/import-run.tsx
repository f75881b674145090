import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Job } from '../../../shared/contract/job-operations.ts';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useJob } from '../../api/use-job.ts';
import { useQueries } from '../../api/query-utils.ts';
import { reviewPath, sourcePath } from '../../app/routes.ts';
import { dropStartedImport, type StartedImport } from '../../state/started-imports.ts';
import { Button } from '../../ui/button.tsx';
import { fileName, formatPlural } from '../../ui/format.ts';
import { describeJob } from '../../ui/job-progress.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './import-run.module.css';
import { outcomeOfImport } from './import-outcome.ts';

export interface ImportRunProps {
  readonly started: StartedImport;
  readonly source: Source | undefined;
  /** The import started last; its next step is the one to take. */
  readonly isNewest: boolean;
  readonly onUndo: (source: Source) => void;
}

/** One import from its start to what came of it. */
export function ImportRun({ started, source, isNewest, onUndo }: ImportRunProps) {
  const { job, error } = useJob(started.jobId);
  const name = fileName(started.path);
  if (error !== null) return <Notice tone="error">{failureOf(error).message}</Notice>;
  if (job === undefined) return <p className={styles['wait']}>Starting the import of {name}…</p>;
  if (job.state === 'running') return <RunningImport job={job} name={name} />;
  const putAway = (
    <Button variant="quiet" onPress={() => dropStartedImport(started.jobId)}>
      Dismiss
    </Button>
  );
  if (job.state === 'failed') {
    return (
      <Notice tone="error" title={name} actions={putAway}>
        {job.error?.message ?? 'The import failed.'}
      </Notice>
    );
  }
  if (source === undefined || source.state === 'importing') {
    return <p className={styles['wait']}>Counting what came of {name}…</p>;
  }
  return <EndedImport source={source} isNewest={isNewest} onUndo={onUndo} putAway={putAway} />;
}

function RunningImport({ job, name }: { readonly job: Job; readonly name: string }) {
  const queries = useQueries();
  const cancel = useMutation(queries.jobs.cancel.mutationOptions());
  return (
    <div className={styles['running']}>
      <Progress label={`Importing ${name}`} done={job.done} total={job.total} detail={describeJob(job)} />
      <Button isDisabled={cancel.isPending} onPress={() => cancel.mutate({ id: job.id })}>
        {cancel.isPending ? 'Cancelling…' : 'Cancel'}
      </Button>
    </div>
  );
}

interface EndedImportProps {
  readonly source: Source;
  readonly isNewest: boolean;
  readonly onUndo: (source: Source) => void;
  readonly putAway: React.ReactNode;
}

function EndedImport({ source, isNewest, onUndo, putAway }: EndedImportProps) {
  const [, navigate] = useLocation();
  const { tone, title, sentence } = outcomeOfImport(source);
  const hasArrived = source.imported > 0 || source.editsAdded > 0;
  return (
    <Notice
      tone={tone}
      title={title}
      actions={
        <>
          {source.imported > 0 ? (
            <Button
              variant={isNewest ? 'primary' : 'plain'}
              onPress={() => navigate(reviewPath([{ field: 'source', operator: '=', value: source.id }]))}
            >
              Review these items
            </Button>
          ) : null}
          {source.rejected > 0 ? (
            <Button
              onPress={() => navigate(sourcePath(source.id))}
            >{`See ${formatPlural(source.rejected, 'reject')}`}</Button>
          ) : null}
          {hasArrived ? <Button onPress={() => onUndo(source)}>Undo this import</Button> : null}
          {putAway}
        </>
      }
    >
      {sentence}
    </Notice>
  );
}
