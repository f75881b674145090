import { changeFeatures } from '../../shared/domain/clusters/change-features.ts';
import { createClusterInput } from '../../shared/domain/clusters/cluster-input.ts';
import {
  createVectorScratch,
  packVector,
  type SparseVector,
} from '../../shared/domain/clusters/sparse-vector.ts';
import { createTermWeighting } from '../../shared/domain/clusters/term-weights.ts';
import { idfOf } from '../../shared/domain/clusters/unit-vectors.ts';
import type { LampSpan } from './lamp-spans.ts';

/** Inverse frequencies of the terms of these spans; no category is looked at. */
export function frequenciesOf(spans: readonly LampSpan[]): SparseVector {
  const builder = createClusterInput(true);
  for (const { change } of spans) builder.add(packVector(changeFeatures(change)));
  return idfOf(builder.finish());
}

/** Vectors of length one, as clusters are made of them. */
export function weightedVectors(spans: readonly LampSpan[]): SparseVector[] {
  const weighting = createTermWeighting(frequenciesOf(spans));
  return spans.map(({ change }) => {
    const { terms, weights } = changeFeatures(change);
    const scratch = createVectorScratch();
    scratch.terms = terms;
    scratch.weights = weights;
    scratch.length = terms.length;
    weighting(scratch);
    return { terms, weights };
  });
}
