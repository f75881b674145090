import { resolve } from 'node:path';
import type { Job } from '../../shared/contract/job-operations.ts';
import type { ProjectInfo } from '../../shared/contract/project-operations.ts';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { databaseFailure } from '../db/database-failure.ts';
import { needsClusters } from '../services/clusters/cluster-state.ts';
import { needsModes } from '../services/modes/assign-modes.ts';
import { needsNearDuplicates } from '../services/imports/near-duplicates.ts';
import { needsRecount } from '../services/queues/recount-done.ts';
import { needsEditMetrics } from '../services/imports/run-edit-metrics.ts';
import { needsTextIndex } from '../services/imports/run-text-index.ts';
import { deviceId } from '../services/app/device.ts';
import { type OpenProject, openProject } from '../services/project/open-project.ts';
import { assignModesRequest } from './assign-modes-soon.ts';
import type { EngineOptions } from './engine-options.ts';
import { type EventBus, createEventBus } from './event-bus.ts';
import { type JobRequest, type JobRunner, createJobRunner } from './job-runner.ts';
import type { JobKind } from './job-table.ts';
import { clusterRequest } from './cluster-request.ts';
import { measureSignalsSoon } from './measure-signals.ts';
import { createReadings, type Readings } from './readings.ts';

/** What all handlers share: the one open project, the jobs on it and who is told about changes. */
export interface EngineState {
  readonly options: EngineOptions;
  /** Id of this machine in the journal. */
  readonly device: string;
  readonly events: EventBus;
  readonly jobs: JobRunner;
  readonly readings: Readings;
  project(): OpenProject | null;
  /** The open project, or NO_PROJECT_OPEN. */
  requireProject(): Result<OpenProject>;
  /** The same; PROJECT_READ_ONLY where it was opened to read. */
  requireWritable(): Result<OpenProject>;
  /** Opens a project in place of the open one, which stays open where this fails. */
  open(path: string, options: { readonly readOnly: boolean }): Promise<Result<ProjectInfo>>;
  /** Brings what is derived from interactions up to date; call it when some have come. */
  completeDerived(): void;
  /** Cancels and awaits the jobs, then closes the project. */
  closeProject(): Promise<void>;
}

export function createEngineState(options: EngineOptions): EngineState {
  const events = createEventBus();
  const jobs = createJobRunner({ events, version: options.version });
  const readings = createReadings();
  let current: OpenProject | null = null;
  // Opening and closing wait for jobs; two windows that do it at once take turns.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => null);
    return result;
  };

  /** A command is done when its work is; near-duplicates of its rows are found by the app, or on request. */
  function completeIfStaying(project: OpenProject): void {
    if (options.host !== 'cli') completeDerived(jobs, project, options.dataFolder);
    else if (!project.readOnly && needsIndex(project)) void completeIndex(jobs, project, options.dataFolder);
  }

  async function closeCurrent(): Promise<void> {
    const closing = current;
    if (!closing) return;
    current = null;
    await Promise.all([jobs.stopAll(), readings.stopAll()]);
    closing.close();
  }

  return {
    options,
    device: deviceId(options.dataFolder),
    events,
    jobs,
    readings,
    project: () => current,
    requireProject: () => (current ? succeed(current) : noProject),
    requireWritable: () => {
      if (!current) return noProject;
      return current.readOnly ? readOnly : succeed(current);
    },
    open: async (path, { readOnly: wantsReadOnly }) =>
      inTurn(async () => {
        if (current?.path === resolve(path)) {
          if (current.readOnly === wantsReadOnly) return succeed(current.info);
          await closeCurrent();
        }
        const opened = openProject(path, { readOnly: wantsReadOnly });
        if (opened.ok) {
          await closeCurrent();
          current = opened.value;
          completeIfStaying(current);
        }
        events.publish({ type: 'project' });
        return opened.ok ? succeed(opened.value.info) : opened;
      }),
    completeDerived: () => {
      if (!current) return;
      completeIfStaying(current);
      measureSignalsSoon({ jobs, options }, current);
    },
    closeProject: async () =>
      inTurn(async () => {
        await closeCurrent();
        events.publish({ type: 'project' });
      }),
  };
}

/**
 * Starts what brings derived data up to date: after an import, and where a crash or a cancelled job left it. The search index comes
 * first, because people wait for it.
 */
function completeDerived(jobs: JobRunner, project: OpenProject, dataFolder: string): void {
  if (project.readOnly) return;
  const isRunning = (kinds: readonly JobKind[]) =>
    jobs.list(null).some((job) => job.state === 'running' && kinds.some((kind) => kind === job.kind));
  if (!isRunning(['queue_done']) && needsRecount(project.database)) {
    const title = 'Counting what is done in queues';
    startBehind(jobs, project, { kind: 'queue_done', title, unit: 'rows', input: {} });
  }
  // An import looks after the search index itself, and this is called again when it has ended.
  if (isRunning(['import', 'index', 'near_duplicates'])) return;
  if (needsIndex(project)) {
    void completeIndex(jobs, project, dataFolder);
    return;
  }
  if (needsNearDuplicates(project.database)) startBehind(jobs, project, nearDuplicates);
  if (isRunning(['cluster'])) return;
  // Clusters end with the failure modes of their changes.
  if (needsClusters(project.database)) startBehind(jobs, project, clusterRequest({}, dataFolder));
  else if (!isRunning(['assign_modes']) && needsModes(project.database))
    startBehind(jobs, project, assignModesRequest);
}

/** Nobody asked for it: where it cannot start, as on a full disk, the next import or opening completes it. */
function startBehind<Kind extends JobKind>(
  jobs: JobRunner,
  project: OpenProject,
  request: JobRequest<Kind>,
): Job | null {
  try {
    return jobs.start(project, request);
  } catch (error) {
    if (databaseFailure(error, project.path) === null) throw error;
    return null;
  }
}

/** Whether the search index or the measures of edits are behind. */
function needsIndex({ database }: OpenProject): boolean {
  return needsTextIndex(database) || needsEditMetrics(database);
}

async function completeIndex(jobs: JobRunner, project: OpenProject, dataFolder: string): Promise<void> {
  const title = 'Completing the search index';
  const started = startBehind(jobs, project, { kind: 'index', title, unit: 'rows', input: {} });
  const job = started === null ? null : await jobs.whenDone(started.id);
  if (job?.state === 'done') completeDerived(jobs, project, dataFolder);
}

const nearDuplicates = {
  kind: 'near_duplicates',
  title: 'Finding near-duplicates',
  unit: 'rows',
  input: {},
} as const;

/** Marks the interactions that say nearly the same as others. */
export function startNearDuplicates(jobs: JobRunner, project: OpenProject): Job {
  return jobs.start(project, nearDuplicates);
}

const noProject = fail('NO_PROJECT_OPEN', 'No project is open. Open or create one first.');
const readOnly = fail(
  'PROJECT_READ_ONLY',
  'The project is open to read only. To change it, close it where it is open for writing, then open it again.',
);
