import { z } from 'zod';
import { type Job, jobSchema } from '../../../shared/contract/job-operations.ts';
import { type Database, prepare } from '../database.ts';

/** Writes a job as it starts. Its progress stays in memory: only start and end are worth a write. */
export function insertJob(database: Database, job: Job): void {
  prepare(
    database,
    'INSERT INTO jobs (id, kind, state, body, started_at, finished_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(job.id, job.kind, job.state, JSON.stringify(job), job.startedAt, job.finishedAt);
}

export function updateJob(database: Database, job: Job): void {
  prepare(database, 'UPDATE jobs SET state = ?, body = ?, finished_at = ? WHERE id = ?').run(
    job.state,
    JSON.stringify(job),
    job.finishedAt,
    job.id,
  );
}

/** The last jobs of the project, newest first. */
export function listJobs(database: Database, limit: number): Job[] {
  const bodies = prepare(database, 'SELECT body FROM jobs ORDER BY seq DESC LIMIT ?').pluck().all(limit);
  return z.array(jobBody).parse(bodies);
}

export function findJob(database: Database, id: string): Job | null {
  const body = prepare(database, 'SELECT body FROM jobs WHERE id = ?').pluck().get(id);
  return body === undefined ? null : jobBody.parse(body);
}

/** Marks a source whose import's thread died. */
export function interruptSource(database: Database, sourceId: string, now: number): void {
  prepare(
    database,
    `UPDATE sources SET state = 'interrupted', finished_at = ? WHERE id = ? AND state = 'importing'`,
  ).run(now, sourceId);
}

/** At opening nothing runs yet: a job or import that says so was cut off by a crash. */
export function interruptRunningJobs(database: Database, now: number): void {
  prepare(
    database,
    `UPDATE jobs SET state = 'interrupted', finished_at = :now,
       body = json_set(body, '$.state', 'interrupted', '$.finishedAt', :now, '$.secondsLeft', NULL)
     WHERE state = 'running'`,
  ).run({ now });
  prepare(
    database,
    `UPDATE sources SET state = 'interrupted', finished_at = ? WHERE state = 'importing'`,
  ).run(now);
}

const jobBody = z.string().transform((text) => jobSchema.parse(JSON.parse(text)));
