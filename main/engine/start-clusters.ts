import type { Job } from '../../shared/contract/job-operations.ts';
import type { AskedSettings } from '../services/clusters/run-cluster-job.ts';
import type { OpenProject } from '../services/project/open-project.ts';
import type { EngineState } from './engine-state.ts';

export interface ClusterRequest {
  readonly full?: boolean | undefined;
  readonly settings?: AskedSettings | undefined;
}

/** Starts the job that brings clusters up to date, or makes them anew. */
export function startClusters(
  { jobs, options }: Pick<EngineState, 'jobs' | 'options'>,
  project: OpenProject,
  { full = false, settings = {} }: ClusterRequest,
): Job {
  return jobs.start(project, {
    kind: 'cluster',
    title: full ? 'Making all clusters anew' : 'Bringing clusters up to date',
    unit: 'rows',
    input: { full, settings, dataFolder: options.dataFolder },
  });
}
