import { type Result, fail } from '../../shared/result/result.ts';
import { databaseFailure } from '../db/database-failure.ts';
import { connect } from '../db/database.ts';
import { yieldToPeople } from '../db/write-turns.ts';
import type { ChangedAreas, JobContext, JobProgress, JobWork } from '../services/job-context.ts';
import type { JobReport, JobStart } from './job-messages.ts';

/** How whoever runs a job stops or holds it. */
export type JobControl = Pick<JobContext, 'signal' | 'whenRunning'>;

/** Reports closer together than this are merged. */
const reportEveryMs = 100;

/** Runs one job to its end on a connection of its own and reports it. Never throws: a bug is a failed job. */
export async function runJob(
  table: Readonly<Record<string, JobWork<never>>>,
  start: JobStart,
  control: JobControl,
  send: (report: JobReport) => void,
): Promise<void> {
  const reports = createReports(send);
  const result = await attempt(table, start, control, reports);
  reports.flush();
  send({ type: 'end', result });
}

async function attempt(
  table: Readonly<Record<string, JobWork<never>>>,
  start: JobStart,
  control: JobControl,
  reports: Reports,
): Promise<Result<Record<string, unknown>>> {
  try {
    const work = Object.hasOwn(table, start.kind) ? table[start.kind] : undefined;
    if (!work) throw new Error(`There is no job "${start.kind}".`);
    yieldToPeople(start.turns);
    const database = connect(start.projectPath, { readOnly: start.readOnly });
    try {
      const { jobId, projectPath, version } = start;
      const context = { jobId, database, projectPath, version, ...control, ...reports };
      // The runner pairs kinds with their inputs by type (`JobInput`); a thread's start message cannot say so.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return await work(start.input as never, context);
    } finally {
      database.close();
    }
  } catch (error) {
    const failure = databaseFailure(error, start.projectPath);
    if (failure) return { ok: false, error: failure };
    console.error(`[job ${start.kind}]`, error);
    return fail(
      'JOB_FAILED',
      `An internal error stopped it: ${String(error)}. What it had finished is kept.`,
    );
  }
}

interface Reports {
  report(progress: JobProgress): void;
  changed(areas: ChangedAreas): void;
  flush(): void;
}

function createReports(send: (report: JobReport) => void): Reports {
  let progress: JobProgress | null = null;
  let areas = new Set<ChangedAreas[number]>();
  let sentAt = 0;
  const flush = () => {
    sentAt = performance.now();
    if (progress) send({ type: 'progress', progress });
    if (areas.size > 0) send({ type: 'changed', areas: [...areas] });
    progress = null;
    areas = new Set();
  };
  const flushIfDue = () => {
    if (performance.now() - sentAt >= reportEveryMs) flush();
  };
  return {
    report(latest) {
      progress = latest;
      flushIfDue();
    },
    changed(more) {
      for (const area of more) areas.add(area);
      flushIfDue();
    },
    flush,
  };
}
