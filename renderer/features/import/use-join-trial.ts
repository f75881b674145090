import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import { type JoinCoverage, joinCoverageSchema } from '../../../shared/contract/join-coverage.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';

export interface JoinTrial {
  readonly run: () => void;
  readonly isRunning: boolean;
  /** What was tried is not what would be imported now. */
  readonly isStale: boolean;
  /** Null before the first trial ended. */
  readonly coverage: JoinCoverage | null;
  /** Why it could not be tried, as a sentence. */
  readonly failure: string | null;
}

/** Events tell when the job ends; this is how often it is asked all the same. */
const askMilliseconds = 1000;

/** Tries an import as it would be started, over the whole file, and says how its rows were joined. Stores nothing. */
export function useJoinTrial(asked: Parameters<Client['imports']['start']>[0]): JoinTrial {
  const queries = useQueries();
  const [tried, setTried] = useState<{ readonly jobId: string; readonly what: string } | null>(null);
  const what = JSON.stringify(asked);
  const start = useMutation(queries.imports.start.mutationOptions());
  const job = useQuery({
    ...queries.jobs.get.queryOptions({ input: tried === null ? skipToken : { id: tried.jobId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askMilliseconds : false),
  });
  const isRunning = start.isPending || (tried !== null && job.isPending) || job.data?.state === 'running';
  const error = start.error ?? job.error;
  const coverage = joinCoverageSchema.safeParse(job.data?.result?.['coverage']);
  return {
    run: () => {
      if (isRunning) return;
      start.mutate({ ...asked, dryRun: true }, { onSuccess: ({ jobId }) => setTried({ jobId, what }) });
    },
    isRunning,
    isStale: tried !== null && tried.what !== what,
    coverage: coverage.success ? coverage.data : null,
    failure: error === null ? (job.data?.error?.message ?? null) : failureOf(error).message,
  };
}
