import { useMutation } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { useJobs } from '../../api/use-job.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import { describeJob, jobShare } from '../../ui/job-progress.ts';
import { Progress } from '../../ui/progress.tsx';
import { appScope, useCommands } from '../key-map.ts';
import styles from './job-indicator.module.css';

/** What runs in the background, with its progress and a way to stop it. Takes no room while nothing runs. */
export function JobIndicator() {
  const queries = useQueries();
  const running = useJobs().filter((job) => job.state === 'running');
  const { mutate } = useMutation(queries.jobs.cancel.mutationOptions());
  useCommands(
    appScope,
    running.map((job) => ({
      id: `job.cancel.${job.id}`,
      name: `Cancel: ${job.title}`,
      group: 'Jobs',
      keys: [],
      run: () => mutate({ id: job.id }),
    })),
  );
  const [first] = running;
  if (first === undefined) return null;
  const share = jobShare(first);
  return (
    <DialogTrigger>
      <AriaButton className={styles['indicator'] ?? ''}>
        <LoaderCircle aria-hidden />
        <span>
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
  const queries = useQueries();
  const cancel = useMutation(queries.jobs.cancel.mutationOptions());
  return (
    <div className={styles['job']}>
      <Progress label={job.title} done={job.done} total={job.total} detail={describeJob(job)} />
      <Button isDisabled={cancel.isPending} onPress={() => cancel.mutate({ id: job.id })}>
        Cancel
      </Button>
    </div>
  );
}
