import type { MicroModel } from './assign-changes.ts';
import type { ClusterInput } from './cluster-input.ts';
import { linkGroups } from './link-groups.ts';
import { clusterMedoids } from './medoids.ts';
import { microCentroids, type UnitVectors } from './micro-centroids.ts';
import { modesOf, nearestMicro, sizesOf } from './micro-members.ts';
import { rankClusters } from './rank-clusters.ts';
import type { SparseVector } from './sparse-vector.ts';
import { idfOf, weightedUnits } from './unit-vectors.ts';

export interface ClusterOptions {
  readonly seed: number;
  /** Least changes of a cluster; null for a number that grows with the changes. */
  readonly leastChanges: number | null;
  /** Mean cosine at which two groups are one; null for that of the kind of vectors. */
  readonly joinAt: number | null;
  /** Cosine to a micro-cluster below which a change is in none; without it, one that suits how much alike changes are. */
  readonly leastSimilarity?: number;
  report?(done: number, total: number): void;
  /** Asked between steps of some milliseconds; true ends the work. */
  shouldStop?(): boolean;
}

export interface Clustering {
  readonly micro: MicroModel;
  /** Changes of each micro-cluster. */
  readonly sizes: Int32Array;
  /** The cluster of each micro-cluster, -1 where they are too few. */
  readonly clusterOfMicro: Int32Array;
  /** Clusters are numbered from the largest to the smallest. */
  readonly clusterCount: number;
  /** Of each row; -1 where none is near, or, of clusters, where they are too few. */
  readonly microOfRow: Int32Array;
  readonly clusterOfRow: Int32Array;
  /** Cosine of each row to the nearest micro-cluster. */
  readonly similarity: Float32Array;
  /** The most typical row of each cluster. */
  readonly medoids: Int32Array;
}

/**
 * Groups changes into clusters, of which there may be any number, and leaves alone what is like nothing else. The same input
 * and seed give the same, in whatever order the rows come. Null where it was stopped.
 */
export function makeClusters(input: ClusterInput, options: ClusterOptions): Clustering | null {
  const defaults = input.isSparse ? lexical : dense;
  const idf = idfOf(input);
  const units = weightedUnits(input, idf);
  let furthest = 0;
  const goesOn = (share: number): boolean => {
    furthest = Math.max(furthest, share);
    options.report?.(Math.round(furthest * input.rowCount), input.rowCount);
    return options.shouldStop?.() !== true;
  };
  const joinAt = options.joinAt ?? defaults.joinAt;
  const limits = options.leastSimilarity === undefined ? defaults.limits : [options.leastSimilarity];
  let found: Clustering | null = null;
  for (const leastSimilarity of limits) {
    found = clusterAt(input, units, { ...options, idf, joinAt, leastSimilarity, goesOn });
    if (found === null || shareAlone(found) <= mostAlone) return found;
  }
  return found;
}

interface ClusterLimits extends Omit<ClusterOptions, 'joinAt' | 'leastSimilarity'> {
  readonly idf: SparseVector;
  readonly joinAt: number;
  readonly leastSimilarity: number;
  readonly goesOn: (share: number) => boolean;
}

function clusterAt(input: ClusterInput, units: UnitVectors, limits: ClusterLimits): Clustering | null {
  const { seed, idf, joinAt, leastSimilarity, goesOn } = limits;
  const centroids = microCentroids(units, {
    seed,
    isSparse: input.isSparse,
    count: microCount(input.unitCount),
    leastSimilarity,
    goesOn: (share) => goesOn(share * trainingShare),
  });
  if (centroids === null) return null;
  const micro: MicroModel = { centroids, idf, leastSimilarity };
  const nearest = nearestMicro(units, micro, (share) => goesOn(trainingShare + share * (1 - trainingShare)));
  if (nearest === null) return null;
  const sizes = sizesOf(input, nearest.micro, centroids.length);
  const groups = linkGroups(centroids, {
    sizes,
    modes: modesOf(input, nearest.micro, centroids.length),
    joinAt,
  });
  const leastChanges = limits.leastChanges ?? leastChangesFor(input.rowCount);
  const { clusterOfMicro, clusterCount } = rankClusters(groups, sizes, leastChanges);
  const microOfRow = input.unitOfRow.map((unit) => nearest.micro[unit] ?? -1);
  return {
    micro,
    sizes,
    clusterOfMicro,
    clusterCount,
    microOfRow,
    clusterOfRow: microOfRow.map((label) => clusterOfMicro[label] ?? -1),
    similarity: Float32Array.from(input.unitOfRow, (unit) => nearest.similarity[unit] ?? 0),
    medoids: clusterMedoids(input, units, nearest, clusterOfMicro, clusterCount),
  };
}

/** Of the changes, those that are in no cluster. */
function shareAlone({ clusterOfRow }: Clustering): number {
  return clusterOfRow.reduce((sum, cluster) => sum + Number(cluster === -1), 0) / clusterOfRow.length;
}

/**
 * Cosines to a micro-cluster below which a change is in none, the strictest first, and the mean cosine at which two
 * micro-clusters are one.
 */
const lexical = { limits: [0.45, 0.4, 0.35], joinAt: 0.3 };
/** Vectors of models are all more alike. */
const dense = { limits: [0.5], joinAt: 0.6 };

/** A limit that leaves more changes alone than this share is too strict for them: rewritten passages share few words. */
const mostAlone = 0.4;

/** Of the time that all takes, about. */
const trainingShare = 0.7;

function microCount(units: number): number {
  return Math.min(800, Math.max(4, Math.round(3.5 * Math.sqrt(units))));
}

/** Least changes of a cluster where nobody says: 2 of 30, 10 of 2,500, 63 of 100,000, never more than 100. */
export function leastChangesFor(changes: number): number {
  return Math.min(100, Math.max(2, Math.round(Math.sqrt(changes) / 5)));
}
