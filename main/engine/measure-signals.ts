import type { Job } from '../../shared/contract/job-operations.ts';
import type { OpenProject } from '../services/project/open-project.ts';
import { refreshInLine } from '../services/signals/run-signals.ts';
import type { EngineState } from './engine-state.ts';
import type { JobRequest } from './job-runner.ts';

/** The job that works out the values of signals: what is missing or stale, or all. */
export function signalsRequest(all: boolean): JobRequest<'signals'> {
  return { kind: 'signals', title: 'Working out signals', unit: 'rows', input: { all } };
}

/** The running job that works out signals. */
export function runningSignals(jobs: EngineState['jobs']): Job | null {
  return jobs.list(null).find(({ kind, state }) => kind === 'signals' && state === 'running') ?? null;
}

/**
 * Brings values up to date before a report of them is read: at once where few are behind, else by a job, during which reports
 * say how far it is.
 */
export function refreshSignals({ jobs }: Pick<EngineState, 'jobs'>, project: OpenProject): void {
  if (project.readOnly || runningSignals(jobs) !== null) return;
  if (!refreshInLine(project.database)) jobs.start(project, signalsRequest(false));
}

/** The same after an import or its undo. A command is done when its work is; those that need values bring them up to date. */
export function measureSignalsSoon(state: Pick<EngineState, 'jobs' | 'options'>, project: OpenProject): void {
  if (state.options.host !== 'cli') refreshSignals(state, project);
}
