import type { AskedSettings } from '../services/clusters/run-cluster-job.ts';
import type { JobRequest } from './job-runner.ts';

export interface ClusterRequest {
  readonly full?: boolean | undefined;
  readonly settings?: AskedSettings | undefined;
}

/** The job that brings clusters up to date, or makes them anew. */
export function clusterRequest(
  { full = false, settings = {} }: ClusterRequest,
  dataFolder: string,
): JobRequest<'cluster'> {
  return {
    kind: 'cluster',
    title: full ? 'Making all clusters anew' : 'Bringing clusters up to date',
    unit: 'rows',
    input: { full, settings, dataFolder },
  };
}
