import { setTimeout } from 'node:timers/promises';
import { collect } from '../../tests/support/collect.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newProject } from '../../tests/support/temp-project.ts';
import type { EngineEvent, Job } from '../../shared/contract/job-operations.ts';
import { openProject } from '../services/project/open-project.ts';
import { createEventBus } from './event-bus.ts';
import { createJobRunner } from './job-runner.ts';

const entry = new URL('../../tests/support/test-job-worker.ts', import.meta.url);

function setup() {
  const project = newProject();
  const events = createEventBus();
  const jobs = createJobRunner({ events, version: '0', entry, graceMs: 1500 });
  onTestFinished(() => jobs.stopAll());
  const start = (path: string) =>
    jobs.start(project, { kind: 'backup', title: path, unit: 'rows', input: { path } });
  const startAdding = (path: string, sourceId: string | null = null) =>
    jobs.start(project, { kind: 'import', title: path, unit: 'rows', input: { path, sourceId } });
  const stored = (id: string): Job => {
    const body = project.database.prepare('SELECT body FROM jobs WHERE id = ?').pluck().get(id);
    return JSON.parse(String(body)) as Job;
  };
  return { project, events, jobs, start, startAdding, stored };
}

describe('job runner', () => {
  it('runs a job to its end, with progress, rate and a stored result', async () => {
    const { project, jobs, start, stored } = setup();
    const job = start('count');
    expect(job).toMatchObject({ state: 'running', title: 'count' });
    const watched = jobs.watch(project, job.id);
    if (!watched.ok) throw new Error(watched.error.message);
    const states = await collect(watched.value);
    const last = states.at(-1);
    expect(last).toMatchObject({
      state: 'done',
      done: 500,
      rows: 500,
      result: { counted: 500 },
      error: null,
    });
    expect(last?.rowsPerSecond).toBeGreaterThan(100);
    expect(last?.secondsLeft).toBe(null);
    expect(states.some(({ state, secondsLeft }) => state === 'running' && secondsLeft !== null)).toBe(true);
    // At most ten reports a second: not one a row.
    expect(states.length).toBeLessThan(12);
    expect(stored(job.id)).toEqual(last);
    expect(jobs.list(project)).toEqual([last]);
  });

  it('holds a paused job at its next step until it goes on, or is cancelled', async () => {
    const { project, jobs, start } = setup();
    const done = (id: string): number => {
      const job = jobs.get(project, id);
      return job.ok ? job.value.done : -1;
    };
    const job = start('steps');
    await expect.poll(() => done(job.id)).toBeGreaterThan(2);
    expect(jobs.pause(project, job.id)).toMatchObject({
      ok: true,
      value: { state: 'running', paused: true },
    });
    // A step that had begun may still be told of.
    await setTimeout(300);
    const held = done(job.id);
    await setTimeout(300);
    expect(done(job.id)).toBe(held);
    expect(held).toBeLessThan(40);
    expect(jobs.resume(project, job.id)).toMatchObject({ ok: true, value: { paused: false } });
    expect(await jobs.whenDone(job.id)).toMatchObject({
      state: 'done',
      paused: false,
      result: { steps: 40 },
    });

    const other = start('steps');
    await expect.poll(() => done(other.id)).toBeGreaterThan(0);
    jobs.pause(project, other.id);
    jobs.cancel(project, other.id);
    expect(await jobs.whenDone(other.id)).toMatchObject({ state: 'cancelled', paused: false });
    expect(jobs.pause(project, other.id)).toMatchObject({
      ok: true,
      value: { state: 'cancelled', paused: false },
    });
  });

  it('tells every window about jobs and changes', async () => {
    const { events, jobs, start } = setup();
    const seen: EngineEvent[] = [];
    const reading = (async () => {
      for await (const event of events.subscribe()) seen.push(event);
    })();
    const job = start('count');
    await jobs.whenDone(job.id);
    events.close();
    await reading;
    expect(seen.at(-1)).toMatchObject({ type: 'job', job: { id: job.id, state: 'done' } });
    const areas = seen.flatMap((event) => (event.type === 'changed' ? event.areas : []));
    expect(new Set(areas)).toEqual(new Set(['items', 'sources']));
  });

  it('passes on what a job fails with', async () => {
    const { jobs, start, stored } = setup();
    const { id } = start('none.jsonl');
    expect(await jobs.whenDone(id)).toMatchObject({ state: 'failed', error: { code: 'FILE_NOT_FOUND' } });
    expect(stored(id).state).toBe('failed');
  });

  it.each([
    ['throws', 'throw', 'a bug'],
    ['dies', 'die', 'its thread ended with code 7'],
  ])('says so where its thread %s', async (_, path, reason) => {
    const { jobs, start } = setup();
    const job = await jobs.whenDone(start(path).id);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'JOB_FAILED' } });
    expect(job?.error?.message).toContain(reason);
  });

  it('cancels a job that listens', async () => {
    const { project, jobs, start } = setup();
    const { id } = start('until cancelled');
    expect(jobs.cancel(project, id)).toMatchObject({ ok: true });
    expect(await jobs.whenDone(id)).toMatchObject({
      state: 'cancelled',
      error: { message: 'Cancelled as asked.' },
    });
  });

  it('ends the thread of a job that does not listen', async () => {
    const { project, jobs, start } = setup();
    const { id } = start('deaf');
    jobs.cancel(project, id);
    expect(await jobs.whenDone(id)).toMatchObject({ state: 'cancelled', error: { code: 'JOB_CANCELLED' } });
  });

  it('lets jobs that add rows take turns, and cancels one that waits', async () => {
    const { project, jobs, startAdding } = setup();
    const first = startAdding('until cancelled');
    const second = startAdding('count');
    const third = startAdding('count');
    jobs.cancel(project, third.id);
    expect(jobs.get(project, third.id)).toMatchObject({ value: { state: 'cancelled' } });
    expect(jobs.get(project, second.id)).toMatchObject({ value: { state: 'running', done: 0 } });
    jobs.cancel(project, first.id);
    expect(await jobs.whenDone(second.id)).toMatchObject({ state: 'done' });
    expect(jobs.list(project).map(({ state }) => state)).toEqual(['cancelled', 'done', 'cancelled']);
  });

  it('marks the source of an import whose thread died', async () => {
    const { project, jobs, startAdding } = setup();
    project.database.exec(
      `INSERT INTO sources (id, name, path, format, shape, mapping, state, started_at)
       VALUES ('s', 's', 's', 'jsonl', '{}', '[]', 'importing', 0)`,
    );
    await jobs.whenDone(startAdding('die', 's').id);
    expect(project.database.prepare('SELECT state FROM sources').pluck().get()).toBe('interrupted');
  });

  it('stops all jobs', async () => {
    const { project, jobs, start } = setup();
    start('until cancelled');
    start('deaf');
    await jobs.stopAll();
    expect(jobs.list(project).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('does not know what is not there', () => {
    const { project, jobs } = setup();
    for (const result of [jobs.get(project, 'x'), jobs.cancel(null, 'x'), jobs.watch(project, 'x')]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'JOB_NOT_FOUND' } });
    }
  });

  it('finds what a crash left running interrupted at the next opening', () => {
    const { project } = setup();
    const job = {
      id: '01900000-0000-7000-8000-000000000000',
      kind: 'import',
      title: 't',
      state: 'running',
      done: 5,
      total: 10,
      unit: 'rows',
      rows: 5,
      rowsPerSecond: 1,
      secondsLeft: 5,
      startedAt: 1,
      finishedAt: null,
      error: null,
      result: null,
    };
    project.database
      .prepare(`INSERT INTO jobs (id, kind, state, body, started_at) VALUES (?, 'import', 'running', ?, 1)`)
      .run(job.id, JSON.stringify(job));
    project.close();
    const again = openProject(project.path, { readOnly: false });
    if (!again.ok) throw new Error(again.error.message);
    const { jobs } = setup();
    expect(jobs.list(again.value)).toMatchObject([{ state: 'interrupted', secondsLeft: null }]);
    expect(jobs.list(again.value)[0]?.finishedAt).toBeGreaterThan(1);
    again.value.close();
  });
});
