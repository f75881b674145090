import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../shared/contract/job-operations.ts';
import { rememberJob } from './engine-events.ts';
import { useQueries } from './query-utils.ts';

export interface JobControls {
  readonly cancel: (job: Job) => void;
  readonly isCancelling: boolean;
  /** Holds a running job at its next step, or lets a held one go on. */
  readonly togglePause: (job: Job) => void;
}

/** Imports wait between two steps when told to; the other jobs are short. */
export function canPause(job: Job): boolean {
  return job.kind === 'import' && job.state === 'running';
}

/** Stops jobs, holds them and lets them go on. */
export function useJobControls(): JobControls {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const onSuccess = (job: Job) => rememberJob(queryClient, queries, job);
  const cancel = useMutation(queries.jobs.cancel.mutationOptions());
  const pause = useMutation(queries.jobs.pause.mutationOptions({ onSuccess }));
  const resume = useMutation(queries.jobs.resume.mutationOptions({ onSuccess }));
  return {
    cancel: ({ id }) => cancel.mutate({ id }),
    isCancelling: cancel.isPending,
    togglePause: ({ id, paused }) => (paused ? resume : pause).mutate({ id }),
  };
}
