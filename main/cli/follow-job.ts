import type { Client } from '../../shared/contract/contract.ts';
import { toContractError } from '../../shared/contract/engine-failure.ts';
import type { Job } from '../../shared/contract/job-operations.ts';
import type { CommandContext } from './command.ts';
import { formatCount, formatSeconds } from './format.ts';

/**
 * Waits for a job's end and returns it, showing progress; an interrupt cancels the job. Throws what the job failed
 * with: JOB_CANCELLED after an interrupt.
 */
export async function followJob(client: Client, jobId: string, context: CommandContext): Promise<Job> {
  const cancel = (): void => {
    client.jobs.cancel({ id: jobId }).catch(() => {
      // It ended by itself in the meantime.
    });
  };
  if (context.signal.aborted) cancel();
  context.signal.addEventListener('abort', cancel);
  try {
    let last: Job | null = null;
    for await (const job of await client.jobs.watch({ id: jobId })) {
      last = job;
      context.progress(describeProgress(job));
    }
    last ??= await client.jobs.get({ id: jobId });
    if (last.state === 'done') return last;
    throw toContractError(last.error ?? { code: 'JOB_CANCELLED', message: `${last.title} was cancelled.` });
  } finally {
    context.signal.removeEventListener('abort', cancel);
    context.progress(null);
  }
}

function describeProgress(job: Job): string {
  const share = job.total ? `${Math.floor((100 * job.done) / job.total)} %` : '';
  const rate = job.rowsPerSecond === null ? '' : `${formatCount(Math.round(job.rowsPerSecond))} rows/s`;
  const left = job.secondsLeft === null ? '' : `${formatSeconds(job.secondsLeft)} left`;
  return [job.title, share, `${formatCount(job.rows)} rows`, rate, left]
    .filter((part) => part !== '')
    .join('  ');
}
