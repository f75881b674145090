import type { JobContext } from '../job-context.ts';

/** Waits while a job is paused; false where it was cancelled. */
export async function goesOn(context: Pick<JobContext, 'whenRunning' | 'signal'>): Promise<boolean> {
  await context.whenRunning();
  return !context.signal.aborted;
}
