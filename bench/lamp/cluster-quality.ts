import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { createRandomNumber } from '../../shared/domain/agreement/seeded-random.ts';
import { changeFeatures } from '../../shared/domain/clusters/change-features.ts';
import { createClusterInput } from '../../shared/domain/clusters/cluster-input.ts';
import { makeClusters } from '../../shared/domain/clusters/make-clusters.ts';
import { adjustedMutualInformation } from '../../shared/domain/clusters/quality/adjusted-mutual-information.ts';
import { adjustedRandIndex } from '../../shared/domain/clusters/quality/adjusted-rand-index.ts';
import { contingencyOf } from '../../shared/domain/clusters/quality/contingency.ts';
import { purity } from '../../shared/domain/clusters/quality/purity.ts';
import { vMeasure } from '../../shared/domain/clusters/quality/v-measure.ts';
import { packVector, type SparseVector } from '../../shared/domain/clusters/sparse-vector.ts';
import type { LampSpan } from './lamp-spans.ts';
import { weightedVectors } from './lamp-vectors.ts';

/** How far groups of spans agree with the writers' categories: means over seeds. */
export interface ClusterQuality {
  readonly method: string;
  /** Groups, that of no cluster included. */
  readonly groups: number;
  readonly ami: number;
  readonly v_measure: number;
  readonly homogeneity: number;
  readonly completeness: number;
  readonly purity: number;
  readonly adjusted_rand: number;
  /** Standard deviation of AMI over seeds. */
  readonly ami_spread: number;
  /** Share of spans that are in a cluster, and AMI of those alone. */
  readonly clustered: number;
  readonly ami_clustered: number;
}

const seeds = [1, 2, 3, 4, 5];
/** As many as there are categories. */
const means = 7;

/** Our clusters as a project gets them, k-means with k = 7 on the same vectors, and scikit-learn's TF-IDF with k-means. */
export function clusterQuality(spans: readonly LampSpan[]): ClusterQuality[] {
  const vectors = weightedVectors(spans);
  const theirs = kMeansOfScikitLearn(spans);
  return [
    qualityOf(
      'our clusters',
      spans,
      seeds.map((seed) => ourClusters(spans, seed)),
    ),
    qualityOf(
      'our vectors, k-means 7',
      spans,
      seeds.map((seed) => sphericalKMeans(vectors, means, seed)),
    ),
    ...(theirs === null ? [] : [qualityOf('scikit-learn TF-IDF, k-means 7', spans, theirs)]),
  ];
}

/** The cluster of each span with the settings that a project has; -1 for none. */
export function ourClusters(spans: readonly LampSpan[], seed: number): Int32Array {
  const builder = createClusterInput(true);
  for (const { change } of spans) builder.add(packVector(changeFeatures(change)));
  const clustering = makeClusters(builder.finish(), { seed, leastChanges: null, joinAt: null });
  return clustering?.clusterOfRow ?? new Int32Array(spans.length);
}

/** One group of all that are in no cluster counts like any other group. */
export function qualityOf(
  method: string,
  spans: readonly LampSpan[],
  groupings: readonly ArrayLike<number>[],
): ClusterQuality {
  const categories = spans.map(({ category }) => category);
  const tables = groupings.map((groups) => contingencyOf(categories, groups));
  const informations = tables.map(adjustedMutualInformation);
  const fits = tables.map(vMeasure);
  const inside = groupings.map((groups) => [...spans.keys()].filter((span) => (groups[span] ?? -1) >= 0));
  return {
    method,
    groups: meanOf(tables.map(({ columns }) => columns.length)),
    ami: meanOf(informations),
    v_measure: meanOf(fits.map((fit) => fit.vMeasure)),
    homogeneity: meanOf(fits.map((fit) => fit.homogeneity)),
    completeness: meanOf(fits.map((fit) => fit.completeness)),
    purity: meanOf(tables.map(purity)),
    adjusted_rand: meanOf(tables.map(adjustedRandIndex)),
    ami_spread: spreadOf(informations),
    clustered: meanOf(inside.map(({ length }) => length / spans.length)),
    ami_clustered: meanOf(
      groupings.map((groups, index) => {
        const kept = inside[index] ?? [];
        return adjustedMutualInformation(
          contingencyOf(
            kept.map((span) => categories[span] ?? -1),
            kept.map((span) => groups[span] ?? -1),
          ),
        );
      }),
    ),
  };
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Standard deviation of a sample. */
export function spreadOf(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1));
}

const passes = 50;

/** Spherical k-means from k spans drawn at random; vectors are of length one. */
function sphericalKMeans(vectors: readonly SparseVector[], count: number, seed: number): Int32Array {
  const random = createRandomNumber(seed);
  let centroids = Array.from({ length: count }, () => {
    const vector = vectors[Math.floor(random() * vectors.length)];
    return sumOf(vector === undefined ? [] : [vector]);
  });
  const groups = new Int32Array(vectors.length).fill(-1);
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0;
    for (const [index, vector] of vectors.entries()) {
      const cosines = centroids.map((centroid) => cosineTo(centroid, vector));
      const nearest = cosines.indexOf(Math.max(...cosines));
      if (groups[index] !== nearest) moved++;
      groups[index] = nearest;
    }
    if (moved === 0) break;
    centroids = centroids.map((_, group) => sumOf(vectors.filter((__, index) => groups[index] === group)));
  }
  return groups;
}

function sumOf(vectors: readonly SparseVector[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { terms, weights } of vectors)
    for (let at = 0; at < terms.length; at++)
      sum.set(terms[at] ?? 0, (sum.get(terms[at] ?? 0) ?? 0) + (weights[at] ?? 0));
  const length = Math.hypot(...sum.values());
  for (const [term, weight] of sum) sum.set(term, weight / length);
  return sum;
}

function cosineTo(centroid: ReadonlyMap<number, number>, { terms, weights }: SparseVector): number {
  let cosine = 0;
  for (let at = 0; at < terms.length; at++)
    cosine += (centroid.get(terms[at] ?? 0) ?? 0) * (weights[at] ?? 0);
  return cosine;
}

/** Debian's `python3-sklearn`; null where it is not there. */
function kMeansOfScikitLearn(spans: readonly LampSpan[]): number[][] | null {
  const texts = spans.map(({ change: { removed, added } }) => `${removed} ${added}`);
  const { status, stdout } = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'tf-idf-k-means.py')], {
    input: JSON.stringify({ texts, seeds, count: means }),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return status === 0 ? z.array(z.array(z.int())).parse(JSON.parse(stdout)) : null;
}
