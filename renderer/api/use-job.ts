import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../shared/contract/job-operations.ts';
import { useQueries } from './query-utils.ts';

/** Events tell every step of a job; this is how often it is asked all the same while it runs, should one be missed. */
const askMilliseconds = 2000;

/** One job as it goes on, until its end. */
export function useJob(id: string): { readonly job: Job | undefined; readonly error: Error | null } {
  const queries = useQueries();
  const { data, error } = useQuery({
    ...queries.jobs.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askMilliseconds : false),
  });
  return { job: data, error };
}

/** All jobs of the engine, newest first. */
export function useJobs(): readonly Job[] {
  const queries = useQueries();
  const { data } = useQuery({
    ...queries.jobs.list.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.some((job) => job.state === 'running') === true ? askMilliseconds : false,
  });
  return data ?? [];
}
