import { adjustedRandIndex } from '../shared/domain/clusters/quality/adjusted-rand-index.ts';
import { contingencyOf } from '../shared/domain/clusters/quality/contingency.ts';
import { vMeasure } from '../shared/domain/clusters/quality/v-measure.ts';

/** How well clusters fit the modes that changes were made by; noise is one class, what is in no cluster one cluster. */
export interface ClusterScores {
  readonly clusters: number;
  readonly ari: number;
  readonly homogeneity: number;
  readonly completeness: number;
  /** Of what is in no cluster, how much is noise; of noise, how much is in no cluster. Null where all are in clusters. */
  readonly noise_precision: number | null;
  readonly noise_recall: number | null;
}

export function clusterScores(modes: ArrayLike<number>, clusters: ArrayLike<number>): ClusterScores {
  const table = contingencyOf(modes, clusters);
  const { homogeneity, completeness } = vMeasure(table);
  let [alone, noise, both] = [0, 0, 0];
  for (let row = 0; row < modes.length; row++) {
    const [isNoise, isAlone] = [(modes[row] ?? 0) < 0, (clusters[row] ?? 0) < 0];
    if (isNoise) noise++;
    if (isAlone) alone++;
    if (isNoise && isAlone) both++;
  }
  return {
    clusters: new Set(Array.from(clusters).filter((cluster) => cluster >= 0)).size,
    ari: adjustedRandIndex(table),
    homogeneity,
    completeness,
    noise_precision: alone === 0 ? null : both / alone,
    noise_recall: alone === 0 ? null : both / noise,
  };
}
