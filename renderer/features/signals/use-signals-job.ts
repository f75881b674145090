import type { Job } from '../../../shared/contract/job-operations.ts';
import { useJobs } from '../../api/use-job.ts';

/** The job that works out signals now. */
export function useSignalsJob(): Job | undefined {
  return useJobs().find(({ kind, state }) => kind === 'signals' && state === 'running');
}
