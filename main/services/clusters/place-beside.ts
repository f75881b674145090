import type { SparseVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import { createVectorIndex, indexOfGreatest } from '../../../shared/domain/clusters/vector-index.ts';
import type { StoredModel } from './run-model.ts';

/** How far from the nearest one on the map. */
const distance = 0.03;

/** Where a new micro-cluster is on the map: beside the one that it is most like; those that are there stay. */
export function placeBeside(model: StoredModel, centroid: SparseVector): { x: number; y: number } {
  const { terms, weights } = centroid;
  const similarities = createVectorIndex(model.centroids).similarities({
    terms,
    weights,
    length: terms.length,
  });
  const { x = 0, y = 0, seq = 0 } = model.micros[indexOfGreatest(similarities)] ?? {};
  // A turn by the golden angle from one to the next, so that several beside one do not lie on each other.
  const angle = (seq + terms.length) * 2.399963;
  return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
}
