import { LoaderCircle, Pause } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { useJobs } from '../../api/use-job.ts';
import { canPause, useJobControls } from '../../api/use-job-controls.ts';
import { Button } from '../../ui/button.tsx';
import { describeJob, jobShare } from '../../ui/job-progress.ts';
import { Progress } from '../../ui/progress.tsx';
import { appScope, useCommands } from '../key-map.ts';
import styles from './job-indicator.module.css';

/** What runs in the background, with its progress and a way to stop it. Takes no room while nothing runs. */
export function JobIndicator() {
  const { cancel, togglePause } = useJobControls();
  const running = useJobs().filter((job) => job.state === 'running');
  useCommands(
    appScope,
    running.flatMap((job) => [
      {
        id: `job.cancel.${job.id}`,
        name: `Cancel: ${job.title}`,
        group: 'Jobs',
        keys: [],
        run: () => cancel(job),
      },
      {
        id: `job.pause.${job.id}`,
        name: `${job.paused ? 'Go on' : 'Pause'}: ${job.title}`,
        group: 'Jobs',
        keys: [],
        enabled: canPause(job),
        run: () => togglePause(job),
      },
    ]),
  );
  const [first] = running;
  if (first === undefined) return null;
  const share = jobShare(first);
  return (
    <DialogTrigger>
      <AriaButton className={styles['indicator'] ?? ''}>
        {first.paused ? <Pause aria-hidden /> : <LoaderCircle aria-hidden />}
        <span>
          {first.paused ? 'Paused: ' : ''}
          {first.title}
          {share === null ? '' : ` ${Math.floor(share * 100)} %`}
          {running.length > 1 ? ` and ${running.length - 1} more` : ''}
        </span>
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={6}>
        <Dialog className={styles['jobs'] ?? ''} aria-label="Running jobs">
          {running.map((job) => (
            <RunningJob key={job.id} job={job} />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function RunningJob({ job }: { readonly job: Job }) {
  const { cancel, isCancelling, togglePause } = useJobControls();
  return (
    <div className={styles['job']}>
      <Progress label={job.title} done={job.done} total={job.total} detail={describeJob(job)} />
      {canPause(job) ? (
        <Button onPress={() => togglePause(job)}>{job.paused ? 'Go on' : 'Pause'}</Button>
      ) : null}
      <Button isDisabled={isCancelling} onPress={() => cancel(job)}>
        Cancel
      </Button>
    </div>
  );
}
