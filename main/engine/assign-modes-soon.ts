import { needsModes } from '../services/modes/assign-modes.ts';
import type { OpenProject } from '../services/project/open-project.ts';
import type { EngineState } from './engine-state.ts';
import type { JobRequest } from './job-runner.ts';

/** The job that gives changes their failure modes. */
export const assignModesRequest: JobRequest<'assign_modes'> = {
  kind: 'assign_modes',
  title: 'Giving changes their failure modes',
  unit: 'rows',
  input: {},
};

/**
 * Starts what gives changes their failure modes after people said something about many, where there are changes. Jobs on clusters take turns; one that
 * waits, behind one that runs, will see everything that is said until it begins.
 */
export function assignModesSoon({ jobs }: Pick<EngineState, 'jobs'>, project: OpenProject): void {
  if (!needsModes(project.database)) return;
  const open = jobs
    .list(null)
    .filter(({ kind, state }) => kind === 'assign_modes' && state === 'running').length;
  if (open <= 1) jobs.start(project, assignModesRequest);
}
