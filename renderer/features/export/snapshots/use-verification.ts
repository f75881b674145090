import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Job } from '../../../../shared/contract/job-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';

/** The job that verified a snapshot last, by snapshot, so that going elsewhere does not lose it. */
const useJobs = create<Readonly<Record<string, string>>>()(() => ({}));

export interface SnapshotVerification {
  readonly start: () => void;
  readonly cancel: () => void;
  readonly isRunning: boolean;
  /** Not there where none was started. */
  readonly job: Job | undefined;
  readonly error: Error | null;
}

/** Makes the files of a snapshot anew and compares them. */
export function useVerification(snapshotId: string): SnapshotVerification {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const jobId = useJobs((jobs) => jobs[snapshotId]);
  const job = useQuery({
    ...queries.jobs.get.queryOptions({ input: { id: jobId ?? '' } }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2000 : false),
  });
  const begin = useMutation(
    queries.snapshots.verify.mutationOptions({
      onSuccess: (started) => {
        useJobs.setState({ [snapshotId]: started.jobId });
        void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
      },
    }),
  );
  const stop = useMutation(queries.jobs.cancel.mutationOptions());
  return {
    start: () => begin.mutate({ id: snapshotId }),
    cancel: () => {
      if (jobId !== undefined) stop.mutate({ id: jobId });
    },
    isRunning: begin.isPending || job.data?.state === 'running',
    job: job.data,
    error: begin.error ?? job.error,
  };
}
