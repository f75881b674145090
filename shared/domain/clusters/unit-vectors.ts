import type { ClusterInput } from './cluster-input.ts';
import type { UnitVectors } from './micro-centroids.ts';
import { createVectorScratch, type SparseVector } from './sparse-vector.ts';
import { termCount } from './term-space.ts';
import { createTermWeighting, inverseFrequencies } from './term-weights.ts';

/** The units of an input with their weighted vectors. A change that was made a thousand times counts as some, not as thousand. */
export function weightedUnits(input: ClusterInput, idf: SparseVector): UnitVectors {
  const weighting = createTermWeighting(idf);
  return {
    count: input.unitCount,
    weightOf: (unit) => 1 + Math.log(input.unitRows[unit] ?? 1),
    read(unit, into) {
      input.read(unit, into);
      weighting(into);
    },
  };
}

/** The inverse frequencies of an input's terms; none for vectors of a model. */
export function idfOf(input: ClusterInput): SparseVector {
  if (!input.isSparse) return { terms: new Uint32Array(0), weights: new Float32Array(0) };
  const frequencies = new Uint32Array(termCount);
  const scratch = createVectorScratch();
  for (let unit = 0; unit < input.unitCount; unit++) {
    input.read(unit, scratch);
    for (let at = 0; at < scratch.length; at++) {
      const term = scratch.terms[at] ?? 0;
      frequencies[term] = (frequencies[term] ?? 0) + 1;
    }
  }
  return inverseFrequencies(frequencies, input.unitCount);
}
