import { resolve } from 'node:path';
import type { ProjectInfo } from '../../shared/contract/project-operations.ts';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { needsTextIndex } from '../services/imports/run-text-index.ts';
import { deviceId } from '../services/app/device.ts';
import { type OpenProject, openProject } from '../services/project/open-project.ts';
import type { EngineOptions } from './engine-options.ts';
import { type EventBus, createEventBus } from './event-bus.ts';
import { type JobRunner, createJobRunner } from './job-runner.ts';

/** What all handlers share: the one open project, the jobs on it and who is told about changes. */
export interface EngineState {
  readonly options: EngineOptions;
  /** Id of this machine in the journal. */
  readonly device: string;
  readonly events: EventBus;
  readonly jobs: JobRunner;
  project(): OpenProject | null;
  /** The open project, or NO_PROJECT_OPEN. */
  requireProject(): Result<OpenProject>;
  /** The same; PROJECT_READ_ONLY where it was opened to read. */
  requireWritable(): Result<OpenProject>;
  /** Opens a project in place of the open one, which stays open where this fails. */
  open(path: string, options: { readonly readOnly: boolean }): Promise<Result<ProjectInfo>>;
  /** Brings what is derived from rows up to date with rows that came outside of an import. */
  completeDerived(): void;
  /** Cancels and awaits the jobs, then closes the project. */
  closeProject(): Promise<void>;
}

export function createEngineState(options: EngineOptions): EngineState {
  const events = createEventBus();
  const jobs = createJobRunner({ events, version: options.version });
  let current: OpenProject | null = null;
  // Opening and closing wait for jobs; two windows that do it at once take turns.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => null);
    return result;
  };

  async function closeCurrent(): Promise<void> {
    const closing = current;
    if (!closing) return;
    current = null;
    await jobs.stopAll();
    closing.close();
  }

  return {
    options,
    device: deviceId(options.dataFolder),
    events,
    jobs,
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
          completeSearchIndex(jobs, current);
        }
        events.publish({ type: 'project' });
        return opened.ok ? succeed(opened.value.info) : opened;
      }),
    completeDerived: () => {
      if (current) completeSearchIndex(jobs, current);
    },
    closeProject: async () =>
      inTurn(async () => {
        await closeCurrent();
        events.publish({ type: 'project' });
      }),
  };
}

/** Goes on where a crash, or a cancelled import, left the search index. */
function completeSearchIndex(jobs: JobRunner, project: OpenProject): void {
  if (project.readOnly || !needsTextIndex(project.database)) return;
  jobs.start(project, { kind: 'index', title: 'Completing the search index', unit: 'rows', input: {} });
}

const noProject = fail('NO_PROJECT_OPEN', 'No project is open. Open or create one first.');
const readOnly = fail(
  'PROJECT_READ_ONLY',
  'The project is open to read only. To change it, close it where it is open for writing, then open it again.',
);
