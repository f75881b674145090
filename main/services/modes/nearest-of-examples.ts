import { weighExamples, type ModeExample } from '../../../shared/domain/clusters/mode-example.ts';
import { trainModeCentroids } from '../../../shared/domain/clusters/mode-centroids.ts';
import { createNearestMode } from '../../../shared/domain/clusters/nearest-mode.ts';
import {
  createVectorScratch,
  type SparseVector,
  unpackVector,
} from '../../../shared/domain/clusters/sparse-vector.ts';
import { createTermWeighting } from '../../../shared/domain/clusters/term-weights.ts';
import type { Database } from '../../db/database.ts';
import { vectorOf } from '../../db/tables/change-vectors.ts';
import type { RunRow } from '../../db/tables/cluster-runs.ts';
import { readModel } from '../clusters/run-model.ts';
import type { NearestOf } from './decide-mode.ts';
import type { ExampleChange } from './people-examples.ts';

/** Tells the nearest failure mode of a change of a run by what examples have in common. */
export type NearestByExamples = (changeSeq: number) => NearestOf;

/** Null where there are no examples to learn from. */
export function createNearestByExamples(
  database: Database,
  run: Pick<RunRow, 'seq' | 'modelSeq'>,
  examples: readonly ExampleChange[],
): NearestByExamples | null {
  const nearest = createNearestByVector(database, run, examples);
  if (nearest === null) return null;
  return (changeSeq) => (accepts, isForced) => {
    const packed = vectorOf(database, changeSeq, run.modelSeq);
    return packed === null ? null : nearest(unpackVector(packed))(accepts, isForced);
  };
}

/** The same of any raw vector of the run's model. Null where there are no examples to learn from. */
export function createNearestByVector(
  database: Database,
  { seq: runSeq, modelSeq }: Pick<RunRow, 'seq' | 'modelSeq'>,
  examples: readonly ExampleChange[],
): ((vector: SparseVector) => NearestOf) | null {
  const vectors: ModeExample[] = examples.flatMap(({ changeSeq, mode, verdict }) => {
    const packed = vectorOf(database, changeSeq, modelSeq);
    return packed === null ? [] : { vector: unpackVector(packed), mode, verdict };
  });
  if (!vectors.some(({ verdict }) => verdict === 'in')) return null;
  const model = readModel(database, runSeq);
  const nearest = createNearestMode(vectors, model);
  const ranked = createRanking(vectors, model.idf);
  const modes = [...new Set(vectors.map(({ mode }) => mode))];
  return (vector) => (accepts, isForced) =>
    isForced ? ranked(vector, accepts) : nearest(vector, new Set(modes.filter((mode) => !accepts(mode))));
}

/** The nearest of the accepted failure modes, however far that is. */
function createRanking(examples: readonly ModeExample[], idf: SparseVector) {
  const centroids = trainModeCentroids(weighExamples(examples, idf));
  const weighting = createTermWeighting(idf);
  const scratch = createVectorScratch();
  return ({ terms, weights }: SparseVector, accepts: (mode: number) => boolean) => {
    scratch.terms = terms;
    scratch.weights = weights;
    scratch.length = terms.length;
    weighting(scratch);
    const found = centroids.similarities(scratch);
    let best: { mode: number; score: number } | null = null;
    for (const [place, mode] of centroids.modes.entries()) {
      const score = found[place] ?? 0;
      if (accepts(mode) && (best === null || score > best.score)) best = { mode, score };
    }
    return best;
  };
}
