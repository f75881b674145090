import type { Job } from '../../../shared/contract/job-operations.ts';
import { type Database, transact } from '../../db/database.ts';
import { findJob, insertJob, interruptSource, listJobs, updateJob } from '../../db/tables/jobs.ts';

/** The last jobs of the project, newest first. */
export function storedJobs(database: Database): Job[] {
  return listJobs(database, 50);
}

export function findStoredJob(database: Database, id: string): Job | null {
  return findJob(database, id);
}

export function storeStartedJob(database: Database, job: Job): void {
  transact(database, () => insertJob(database, job));
}

/**
 * Stores how a job ended.
 * @param abandonedSourceId the source that a job left half imported when its thread died
 */
export function storeEndedJob(database: Database, job: Job, abandonedSourceId: string | null): void {
  transact(database, () => {
    updateJob(database, job);
    if (abandonedSourceId !== null)
      interruptSource(database, abandonedSourceId, job.finishedAt ?? job.startedAt);
  });
}
