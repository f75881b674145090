import type { ChangeText } from '../../../../shared/domain/clusters/change-features.ts';
import type { SparseVector } from '../../../../shared/domain/clusters/sparse-vector.ts';

/**
 * The two texts of a change that a model is asked about: what stood there, and what stands there now. Of a change without
 * words on one side the model would say nothing, so a little of what is around stands for it.
 */
export function textsOfChange({
  removed,
  added,
  before,
  after,
  comments,
  isWhole,
}: ChangeText): [string, string] {
  if (isWhole) return [removed.slice(0, mostOfText), comments.join('\n') || removed.slice(0, mostOfText)];
  const left = before.slice(-around);
  const right = after.slice(0, around);
  return [
    `${left}${removed.slice(0, mostOfText)}${right}`,
    [`${left}${added.slice(0, mostOfText)}${right}`, ...comments].join('\n'),
  ];
}

/** UTF-16 units of the text around a change, and of one side of it. */
const around = 20;
const mostOfText = 2000;

/**
 * One vector of both texts' vectors: where the change led to, and beside it what it came from. Kept apart, so that changes in
 * opposite directions are not alike.
 */
export function joinedVector(removed: Float32Array, added: Float32Array): SparseVector {
  const length = removed.length + added.length;
  const weights = new Float32Array(length);
  weights.set(unit(removed));
  weights.set(unit(added), removed.length);
  return { terms: Uint32Array.from(weights, (_, term) => term), weights };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((weight) => weight / length);
}
