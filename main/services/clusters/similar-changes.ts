import { unpackVector, type SparseVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { createTermWeighting } from '../../../shared/domain/clusters/term-weights.ts';
import { createVectorIndex } from '../../../shared/domain/clusters/vector-index.ts';
import type { Change } from '../../../shared/contract/cluster-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { changesOfMicro } from '../../db/tables/change-clusters.ts';
import { vectorOf } from '../../db/tables/change-vectors.ts';
import { findChange } from '../../db/tables/changes.ts';
import { findRun } from '../../db/tables/cluster-runs.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { noRun } from './not-found.ts';
import { readChanges } from './read-changes.ts';
import { readModel } from './run-model.ts';

export interface SimilarInput {
  readonly interactionId: string;
  readonly place: string;
  readonly limit?: number | undefined;
}

const usualLimit = 20;

/** So many of the nearest micro-clusters are looked through, and so many changes of each. */
const microsLooked = 8;
const changesLooked = 2000;

/** Changes that are like one change, the nearest first. ITEM_NOT_FOUND, RUN_NOT_FOUND. */
export async function similarChanges(
  database: Database,
  { interactionId, place, limit = usualLimit }: SimilarInput,
): Promise<Result<{ changes: Change[] }>> {
  const run = findRun(database, 'current');
  if (run === null) return noRun();
  const interaction = findInteraction(database, interactionId);
  const seq = interaction === null ? null : findChange(database, interaction.seq, place);
  const packed = seq === null ? null : vectorOf(database, seq, run.modelSeq);
  if (seq === null || packed === null) {
    return fail(
      'ITEM_NOT_FOUND',
      'The change is not among those that are compared yet. Run the clustering, then try again.',
    );
  }
  const model = readModel(database, run.seq);
  const weighting = createTermWeighting(model.idf);
  const weighted = (vector: SparseVector) => {
    const scratch = { terms: vector.terms, weights: vector.weights.slice(), length: vector.terms.length };
    weighting(scratch);
    return scratch;
  };
  const wanted = weighted(unpackVector(packed));
  const toMicros = createVectorIndex(model.centroids).similarities(wanted);
  const micros = [...model.micros.keys()]
    .toSorted((a, b) => (toMicros[b] ?? 0) - (toMicros[a] ?? 0))
    .slice(0, microsLooked);
  const toWanted = createVectorIndex([wanted]);
  const near = micros
    .flatMap((micro) => changesOfMicro(database, model.micros[micro]?.seq ?? 0, changesLooked))
    .flatMap((other) => {
      const vector = other === seq ? null : vectorOf(database, other, run.modelSeq);
      if (vector === null) return [];
      return [{ seq: other, similarity: toWanted.similarities(weighted(unpackVector(vector)))[0] ?? 0 }];
    })
    .toSorted((a, b) => b.similarity - a.similarity || a.seq - b.seq)
    .slice(0, limit);
  return succeed({
    changes: readChanges(
      database,
      near.map((one) => one.seq),
    ),
  });
}
