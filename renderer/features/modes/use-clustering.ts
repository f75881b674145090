import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClusterRun } from '../../../shared/contract/cluster-operations.ts';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useJobs } from '../../api/use-job.ts';
import { useJobControls } from '../../api/use-job-controls.ts';

export interface Clustering {
  readonly current: ClusterRun | null;
  readonly pending: ClusterRun | null;
  /** Interactions that no clustering has seen as they are now. */
  readonly waiting: number;
  /** False while the state is not known. */
  readonly isKnown: boolean;
  /** The job that runs. */
  readonly job: Job | null;
  /** When the last one ended, in UTC milliseconds; 0: none that is known. */
  readonly endedAt: number;
  /** Why it could not be started, or how the last one ended. */
  readonly error: string | null;
  readonly isStarting: boolean;
  readonly run: () => void;
  /** Makes all clusters anew; by this model, or without one by that of the clusters in use. */
  readonly runAnew: (model?: string) => void;
  readonly stop: () => void;
}

/** The state of clustering, and the job that brings it up to date. */
export function useClustering(): Clustering {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const state = useQuery(queries.clusters.state.queryOptions());
  const jobs = useJobs().filter(({ kind }) => kind === 'cluster');
  const { cancel } = useJobControls();
  const start = useMutation(
    queries.clusters.run.mutationOptions({
      onSuccess: async () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: queries.clusters.state.key() }),
          queryClient.invalidateQueries({ queryKey: queries.jobs.list.key() }),
        ]),
    }),
  );
  const job = jobs.find((one) => one.state === 'running') ?? null;
  const [newest] = jobs;
  const failed = job === null && newest?.state === 'failed' ? newest.error : null;
  const canStart = !start.isPending && job === null;
  const error = start.error ?? state.error;
  return {
    current: state.data?.current ?? null,
    pending: state.data?.pending ?? null,
    waiting: state.data?.waiting ?? 0,
    isKnown: state.data !== undefined,
    job,
    endedAt: Math.max(0, ...jobs.map(({ finishedAt }) => finishedAt ?? 0)),
    error: error === null ? (failed?.message ?? null) : failureOf(error).message,
    isStarting: start.isPending,
    run: () => {
      if (canStart) start.mutate({});
    },
    runAnew: (model) => {
      if (canStart) start.mutate({ full: true, ...(model === undefined ? {} : { settings: { model } }) });
    },
    stop: () => {
      if (job !== null) cancel(job);
    },
  };
}
