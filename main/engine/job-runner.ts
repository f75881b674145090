import { Worker } from 'node:worker_threads';
import type { AsyncIteratorClass } from '@orpc/server';
import type { Job } from '../../shared/contract/job-operations.ts';
import { type Failure, type Result, fail, succeed } from '../../shared/result/result.ts';
import { createId } from '../db/create-id.ts';
import { databaseFailure } from '../db/database-failure.ts';
import { sharedTurns } from '../db/write-turns.ts';
import type { OpenProject } from '../services/project/open-project.ts';
import {
  findStoredJob,
  storeEndedJob,
  storeStartedJob,
  storedJobs,
} from '../services/project/stored-jobs.ts';
import { entryUrl } from './entry-url.ts';
import type { EventBus } from './event-bus.ts';
import type { JobCommand, JobReport, JobStart } from './job-messages.ts';
import type { JobInput, JobKind } from './job-table.ts';
import { type Mailbox, createMailbox } from './mailbox.ts';
import { createProgressRate } from './progress-rate.ts';

export interface JobRequest<Kind extends JobKind> {
  readonly kind: Kind;
  /** What people see it called. */
  readonly title: string;
  readonly unit: Job['unit'];
  readonly input: JobInput<Kind>;
}

export interface JobRunner {
  /** Starts a job. Of jobs that take turns one begins when the one before it has ended. */
  start<Kind extends JobKind>(project: OpenProject, request: JobRequest<Kind>): Job;
  /** Stores the ends of jobs that could not be stored when they came. */
  storeEnds(): void;
  /** Running ones and the last ones that ended, newest first. */
  list(project: OpenProject | null): Job[];
  get(project: OpenProject | null, id: string): Result<Job>;
  /** Asks a job to end. It ends a moment later, on the next of its steps. */
  cancel(project: OpenProject | null, id: string): Result<Job>;
  /** Holds a running job at its next step, and lets it go on. One that has ended, or waits for its turn, stays as it is. */
  pause(project: OpenProject | null, id: string): Result<Job>;
  resume(project: OpenProject | null, id: string): Result<Job>;
  /** Its states from now until its end. */
  watch(project: OpenProject | null, id: string, signal?: AbortSignal): Result<AsyncIteratorClass<Job, void>>;
  /** Resolves with a job's last state. */
  whenDone(id: string): Promise<Job | null>;
  /** Ends every job, because the project closes, and waits until all threads are gone. What can go on later is kept. */
  stopAll(): Promise<void>;
}

export interface JobRunnerOptions {
  readonly events: EventBus;
  readonly version: string;
  /** How long a cancelled job may take before its thread is ended. */
  readonly graceMs?: number;
  readonly entry?: URL;
}

interface RunningJob {
  job: Job;
  readonly project: OpenProject;
  readonly start: JobStart;
  /** Null while it waits for its turn. */
  worker: Worker | null;
  readonly watchers: Set<Mailbox<Job>>;
  readonly end: PromiseWithResolvers<Job>;
  cancelTimer: NodeJS.Timeout | null;
}

const defaultGraceMs = 10_000;

/** A stored job that nobody runs has ended, even where that could not be stored. */
function asEnded(stored: Job): Job {
  return stored.state === 'running' ? Object.assign(stored, { state: 'interrupted' as const }) : stored;
}

/** Rows pass through a job and die young; more room for them is more memory for the same speed (decision 0009). */
const youngMb = 12;

export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const running = new Map<string, RunningJob>();
  /** Ends of jobs that are not stored yet. */
  const unstored: (() => void)[] = [];

  function update(entry: RunningJob, changes: Partial<Job>): void {
    entry.job = { ...entry.job, ...changes };
    for (const watcher of entry.watchers) watcher.push(entry.job);
    options.events.publish({ type: 'job', job: entry.job });
  }

  function find(project: OpenProject | null, id: string): Result<Job> {
    const stored = project ? findStoredJob(project.database, id) : null;
    const job = running.get(id)?.job ?? (stored === null ? null : asEnded(stored));
    return job ? succeed(job) : fail('JOB_NOT_FOUND', `There is no job ${id} in this project.`);
  }

  function launch(entry: RunningJob): void {
    const worker = new Worker(options.entry ?? entryUrl('job-worker'), {
      workerData: entry.start,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    entry.worker = worker;
    follow(worker, {
      progress: (changes) => update(entry, changes),
      changed: (areas) => options.events.publish({ type: 'changed', areas }),
      ended: (outcome) => finish(entry, outcome),
    });
  }

  /** What cannot be stored, as on a full disk, waits; where the project closes before, opening it again says the same. */
  function storeEnds(): void {
    while (unstored[0] !== undefined) {
      try {
        unstored[0]();
      } catch (error) {
        if (databaseFailure(error, '') === null) throw error;
        return;
      }
      unstored.shift();
    }
  }

  function finish(entry: RunningJob, outcome: Outcome): void {
    const { job, project, start } = entry;
    if (entry.cancelTimer) clearTimeout(entry.cancelTimer);
    const final = finalState(outcome, entry.cancelTimer !== null);
    const finished = { ...job, ...final, paused: false, finishedAt: Date.now(), secondsLeft: null };
    const isThrough = outcome.kind === 'ended' && outcome.result.ok;
    const abandoned = isThrough ? null : sourceOf(start.input);
    if (!project.readOnly) unstored.push(() => storeEndedJob(project.database, finished, abandoned));
    running.delete(job.id);
    storeEnds();
    update(entry, finished);
    for (const watcher of entry.watchers) watcher.end();
    entry.end.resolve(entry.job);
    launchNext(laneOf(job.kind));
  }

  function launchNext(lane: Lane): void {
    const next = running.values().find(({ job }) => laneOf(job.kind) === lane);
    if (lane !== null && next && !next.worker) launch(next);
  }

  function setPaused(project: OpenProject | null, id: string, paused: boolean): Result<Job> {
    const entry = running.get(id);
    if (entry?.worker && entry.job.paused !== paused) {
      entry.worker.postMessage({ type: paused ? 'pause' : 'resume' } satisfies JobCommand);
      update(entry, { paused, rowsPerSecond: null, secondsLeft: null });
    }
    return find(project, id);
  }

  function requestEnd(entry: RunningJob, type: 'cancel' | 'close'): void {
    if (entry.cancelTimer) return;
    const { worker } = entry;
    entry.cancelTimer = setTimeout(() => void worker?.terminate(), options.graceMs ?? defaultGraceMs);
    if (worker) worker.postMessage({ type } satisfies JobCommand);
    else finish(entry, { kind: 'died', reason: 'it had not begun' });
  }

  return {
    start(project, request) {
      const job: Job = {
        id: createId(),
        kind: request.kind,
        title: request.title,
        state: 'running',
        paused: false,
        done: 0,
        total: null,
        unit: request.unit,
        rows: 0,
        rowsPerSecond: null,
        secondsLeft: null,
        startedAt: Date.now(),
        finishedAt: null,
        error: null,
        result: null,
      };
      const entry: RunningJob = {
        job,
        project,
        start: {
          jobId: job.id,
          kind: request.kind,
          input: request.input,
          projectPath: project.path,
          readOnly: project.readOnly,
          version: options.version,
          turns: sharedTurns(),
        },
        worker: null,
        watchers: new Set(),
        end: Promise.withResolvers(),
        cancelTimer: null,
      };
      if (!project.readOnly) storeStartedJob(project.database, job);
      running.set(job.id, entry);
      options.events.publish({ type: 'job', job });
      const lane = laneOf(job.kind);
      if (lane === null) launch(entry);
      else launchNext(lane);
      return job;
    },

    storeEnds,

    list(project) {
      const live = [...running.values()].map(({ job }) => job);
      const ids = new Set(live.map(({ id }) => id));
      const stored = project ? storedJobs(project.database) : [];
      return [...live.toReversed(), ...stored.filter(({ id }) => !ids.has(id)).map(asEnded)];
    },

    get: find,

    cancel(project, id) {
      const entry = running.get(id);
      if (entry) requestEnd(entry, 'cancel');
      return find(project, id);
    },

    pause: (project, id) => setPaused(project, id, true),
    resume: (project, id) => setPaused(project, id, false),

    watch(project, id, signal) {
      const found = find(project, id);
      if (!found.ok) return found;
      const entry = running.get(id);
      const mailbox = createMailbox<Job>({
        keyOf: () => 'job',
        signal,
        onClosed: () => entry?.watchers.delete(mailbox),
      });
      mailbox.push(found.value);
      if (!entry) mailbox.end();
      else if (!signal?.aborted) entry.watchers.add(mailbox);
      return succeed(mailbox.values);
    },

    async whenDone(id) {
      return (await running.get(id)?.end.promise) ?? null;
    },

    async stopAll() {
      const entries = [...running.values()];
      for (const entry of entries) requestEnd(entry, 'close');
      await Promise.all(entries.map(({ end }) => end.promise));
      unstored.length = 0;
    },
  };
}

/** Jobs of one lane take turns; null for those that run beside all others. */
type Lane = 'rows' | 'clusters' | 'signals' | null;

/**
 * Two jobs that add rows would only wait for each other's transactions; two that make clusters, or say which change has
 * which failure mode, would undo each other's work. Two that work out signals would do the same twice.
 */
function laneOf(kind: Job['kind']): Lane {
  if (kind === 'import' || kind === 'index') return 'rows';
  if (kind === 'signals') return 'signals';
  return kind === 'cluster' || kind === 'assign_modes' ? 'clusters' : null;
}

/** The source that an import job fills. */
function sourceOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  return 'sourceId' in input && typeof input.sourceId === 'string' ? input.sourceId : null;
}

type Outcome =
  | { readonly kind: 'ended'; readonly result: Result<Record<string, unknown>> }
  | { readonly kind: 'died'; readonly reason: string };

interface JobListener {
  progress(changes: Partial<Job>): void;
  changed(areas: Extract<JobReport, { type: 'changed' }>['areas']): void;
  /** Once, after the thread is gone. */
  ended(outcome: Outcome): void;
}

function follow(worker: Worker, listener: JobListener): void {
  const rate = createProgressRate(performance.now());
  let outcome: Outcome | null = null;
  worker.on('message', (report: JobReport) => {
    if (report.type === 'progress') {
      listener.progress({ ...report.progress, ...rate(report.progress, performance.now()) });
    } else if (report.type === 'changed') {
      listener.changed(report.areas);
    } else {
      outcome = { kind: 'ended', result: report.result };
    }
  });
  worker.on('error', (error) => {
    outcome ??= { kind: 'died', reason: error instanceof Error ? error.message : String(error) };
  });
  worker.on('exit', (code) => {
    listener.ended(outcome ?? { kind: 'died', reason: `its thread ended with code ${code}` });
  });
}

function finalState(outcome: Outcome, cancelled: boolean): Pick<Job, 'state' | 'error' | 'result'> {
  if (outcome.kind === 'ended' && outcome.result.ok) {
    return { state: 'done', error: null, result: outcome.result.value };
  }
  if (outcome.kind === 'ended' && !outcome.result.ok) {
    const { error } = outcome.result;
    return { state: error.code === 'JOB_CANCELLED' ? 'cancelled' : 'failed', error, result: null };
  }
  if (cancelled) return { state: 'cancelled', error: cancelledFailure, result: null };
  const reason = outcome.kind === 'died' ? outcome.reason : '';
  const message = `It stopped unexpectedly (${reason}). What it had finished is kept; start it again to go on.`;
  return { state: 'failed', error: { code: 'JOB_FAILED', message }, result: null };
}

const cancelledFailure: Failure = {
  code: 'JOB_CANCELLED',
  message: 'It was cancelled. What it had finished is kept.',
};
