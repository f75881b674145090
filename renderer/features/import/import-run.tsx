import { useLocation } from 'wouter';
import type { Source } from '../../../shared/contract/import-operations.ts';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useJob } from '../../api/use-job.ts';
import { canPause, useJobControls } from '../../api/use-job-controls.ts';
import { useCommands } from '../../app/key-map.ts';
import { reviewPath, sourcePath } from '../../app/routes.ts';
import { dropStartedImport, type StartedImport } from '../../state/started-imports.ts';
import { Button } from '../../ui/button.tsx';
import { fileName, formatPlural } from '../../ui/format.ts';
import { describeJob } from '../../ui/job-progress.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './import-run.module.css';
import { addedCount, outcomeOfImport } from './import-outcome.ts';

export interface ImportRunProps {
  readonly started: StartedImport;
  readonly source: Source | undefined;
  /** The import started last; its next step is the one to take. */
  readonly isNewest: boolean;
  readonly onUndo: (source: Source) => void;
  readonly onResume: (source: Source) => void;
}

/** One import from its start to what came of it. */
export function ImportRun({ started, source, isNewest, onUndo, onResume }: ImportRunProps) {
  const { job, error } = useJob(started.jobId);
  const name = fileName(started.path);
  if (error !== null) return <Notice tone="error">{failureOf(error).message}</Notice>;
  if (job === undefined) return <p className={styles['wait']}>Starting the import of {name}…</p>;
  if (job.state === 'running') return <RunningImport job={job} name={name} isNewest={isNewest} />;
  const putAway = (
    <Button variant="quiet" onPress={() => dropStartedImport(started.jobId)}>
      Dismiss
    </Button>
  );
  if (job.state === 'failed') {
    return (
      <Notice
        tone="error"
        title={name}
        actions={
          <>
            {source !== undefined && source.resumable ? (
              <Button onPress={() => onResume(source)}>Go on</Button>
            ) : null}
            {putAway}
          </>
        }
      >
        {job.error?.message ?? 'The import failed.'}
      </Notice>
    );
  }
  if (source === undefined || source.state === 'importing') {
    return <p className={styles['wait']}>Counting what came of {name}…</p>;
  }
  return (
    <EndedImport source={source} isNewest={isNewest} onUndo={onUndo} onResume={onResume} putAway={putAway} />
  );
}

interface RunningImportProps {
  readonly job: Job;
  readonly name: string;
  readonly isNewest: boolean;
}

function RunningImport({ job, name, isNewest }: RunningImportProps) {
  const { cancel, isCancelling, togglePause } = useJobControls();
  useCommands('import', [
    {
      id: `import.pause.${job.id}`,
      name: job.paused ? `Go on with ${name}` : `Pause the import of ${name}`,
      group: 'Import',
      keys: isNewest ? ['p'] : [],
      enabled: canPause(job),
      run: () => togglePause(job),
    },
  ]);
  return (
    <div className={styles['running']}>
      <Progress label={`Importing ${name}`} done={job.done} total={job.total} detail={describeJob(job)} />
      <Button
        className={styles['pause'] ?? ''}
        {...(isNewest ? { keys: 'p' } : {})}
        onPress={() => togglePause(job)}
      >
        {job.paused ? 'Go on' : 'Pause'}
      </Button>
      <Button isDisabled={isCancelling} onPress={() => cancel(job)}>
        {isCancelling ? 'Cancelling…' : 'Cancel'}
      </Button>
    </div>
  );
}

interface EndedImportProps {
  readonly source: Source;
  readonly isNewest: boolean;
  readonly onUndo: (source: Source) => void;
  readonly onResume: (source: Source) => void;
  readonly putAway: React.ReactNode;
}

function EndedImport({ source, isNewest, onUndo, onResume, putAway }: EndedImportProps) {
  const [, navigate] = useLocation();
  const { tone, title, sentence } = outcomeOfImport(source);
  const hasArrived = source.imported > 0 || addedCount(source) > 0;
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
          {source.resumable ? <Button onPress={() => onResume(source)}>Go on</Button> : null}
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
