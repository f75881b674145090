import type { NearestOf } from './decide-mode.ts';
import type { Examples } from './people-examples.ts';

/** A change with the cluster that it is in and how much it is like that. */
export interface ClusteredChange {
  readonly clusterSeq: number | null;
  readonly clusterSimilarity: number | null;
}

/**
 * Examples never say what is like none of them. So a change of a cluster that waits for a decision is left to it, unless people
 * gave that failure mode to others of it, or the change is more like their examples than like its own cluster.
 */
export function leaveToCluster(
  nearestOf: NearestOf,
  { clusterSeq, clusterSimilarity }: ClusteredChange,
  modesInCluster: Examples['modesInCluster'],
): NearestOf {
  return (accepts, isForced) => {
    const found = nearestOf(accepts, isForced);
    if (found === null || isForced || clusterSeq === null) return found;
    const isOfExamples = modesInCluster.get(clusterSeq)?.has(found.mode) === true;
    return isOfExamples || found.score >= (clusterSimilarity ?? 0) ? found : null;
  };
}
