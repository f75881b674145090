import type { EngineEvent, Job } from '../../shared/contract/job-operations.ts';
import type { Result } from '../../shared/result/result.ts';
import type { Database } from '../db/database.ts';

export interface JobProgress {
  /** In `unit`; total null while unknown. */
  readonly done: number;
  readonly total: number | null;
  readonly unit: Job['unit'];
  readonly rows: number;
}

export type ChangedAreas = Extract<EngineEvent, { type: 'changed' }>['areas'];

/** The reason of a job's signal when nobody cancelled it: the project is being closed, and it may go on another time. */
export const projectClosing = 'The project is being closed.';

/** What a job gets from whoever runs it: a connection of its own and the ways to report and to be stopped. */
export interface JobContext {
  readonly jobId: string;
  readonly database: Database;
  readonly projectPath: string;
  readonly version: string;
  /**
   * Aborted when the person cancels, or, with the reason `projectClosing`, when the project closes; the job ends soon after
   * with JOB_CANCELLED and a consistent file.
   */
  readonly signal: AbortSignal;
  /** Settles at once, or, while the person has paused the job, when it goes on or is cancelled. Await it between two steps. */
  whenRunning(): Promise<void>;
  /** Cheap; the runner sends it on at most ten times a second. */
  report(progress: JobProgress): void;
  changed(areas: ChangedAreas): void;
}

export type JobWork<Input> = (input: Input, context: JobContext) => Promise<Result<Record<string, unknown>>>;
