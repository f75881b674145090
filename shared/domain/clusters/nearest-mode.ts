import type { MicroModel } from './assign-changes.ts';
import { trainModeCentroids } from './mode-centroids.ts';
import { type ModeExample, weighExamples } from './mode-example.ts';
import { nearestLimits } from './nearest-limits.ts';
import { createVectorScratch, type SparseVector } from './sparse-vector.ts';
import { createTermWeighting } from './term-weights.ts';

/** How vectors are weighted, and the cosine that is near where examples are too few to tell: those of the run. */
export interface NearestModeSettings extends Pick<MicroModel, 'idf' | 'leastSimilarity'> {
  /** Share of held-out examples that must be right; more of them is fewer answers. */
  readonly precision?: number;
}

export interface NearestModeAnswer {
  readonly mode: number;
  /** Cosine to what its examples have in common. */
  readonly score: number;
}

/** Gives the failure mode that a raw vector is of, but none of `except`; null where none is near enough to say. */
export type NearestMode = (vector: SparseVector, except?: ReadonlySet<number>) => NearestModeAnswer | null;

const usualPrecision = 0.7;

/**
 * Learns from what people said of single changes which failure mode another change is of, by nearest centroids (see
 * `trainModeCentroids`). What is near enough is measured on the examples themselves (see `nearestLimits`). The same
 * examples, in any order, give the same answers.
 */
export function createNearestMode(
  examples: Iterable<ModeExample>,
  settings: NearestModeSettings,
): NearestMode {
  const weighted = weighExamples(examples, settings.idf);
  const centroids = trainModeCentroids(weighted);
  const limits = nearestLimits(weighted, settings.leastSimilarity, settings.precision ?? usualPrecision);
  const weighting = createTermWeighting(settings.idf);
  const scratch = createVectorScratch();
  return (vector, except) => {
    scratch.terms = vector.terms;
    scratch.weights = vector.weights.slice();
    scratch.length = vector.terms.length;
    weighting(scratch);
    const found = centroids.similarities(scratch);
    let [nearest, score, next] = [-1, 0, 0];
    for (const [place, mode] of centroids.modes.entries()) {
      const similarity = found[place] ?? 0;
      if (except?.has(mode) === true) continue;
      if (similarity > score) [nearest, score, next] = [place, similarity, score];
      else if (similarity > next) next = similarity;
    }
    const mode = centroids.modes[nearest];
    return mode === undefined || score < limits.score || score - next < limits.lead ? null : { mode, score };
  };
}
