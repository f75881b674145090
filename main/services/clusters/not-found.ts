import { fail, type Result } from '../../../shared/result/result.ts';

export function clusterNotFound(): Result<never> {
  return fail('CLUSTER_NOT_FOUND', 'There is no such cluster any more. Reload the list of clusters.');
}

export function noRun(): Result<never> {
  return fail('RUN_NOT_FOUND', 'There are no clusters yet. Run the clustering first.');
}

export function noPendingRun(): Result<never> {
  return fail('RUN_NOT_FOUND', 'No new clusters wait to be accepted. Make all clusters anew first.');
}
