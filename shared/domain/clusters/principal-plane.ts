import { createRandomNumber } from '../agreement/seeded-random.ts';
import type { Plane } from './embed-neighbours.ts';

const iterations = 40;

/**
 * The plane that shows most of the distances: the first two axes of classical multidimensional scaling, by the power
 * method. Their lengths are 1.
 * @param distances square matrix of squared distances, row by row
 */
export function principalPlane(distances: Float32Array, count: number, seed: number): Plane {
  const products = doublyCentred(distances, count);
  const random = createRandomNumber(seed);
  const first = dominant(products, count, random, []);
  return { x: first, y: dominant(products, count, random, [first]) };
}

function doublyCentred(distances: Float32Array, count: number): Float32Array {
  const means = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    for (let column = 0; column < count; column += 1) sum += distances[row * count + column] ?? 0;
    means[row] = sum / count;
  }
  const mean = means.reduce((sum, value) => sum + value, 0) / count;
  return Float32Array.from(distances, (distance, at) => {
    const row = Math.floor(at / count);
    return -0.5 * (distance - (means[row] ?? 0) - (means[at - row * count] ?? 0) + mean);
  });
}

function dominant(
  matrix: Float32Array,
  count: number,
  random: () => number,
  before: readonly Float64Array[],
): Float64Array {
  let axis: Float64Array = Float64Array.from({ length: count }, () => random() - 0.5);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const next = new Float64Array(count);
    for (let row = 0; row < count; row += 1) {
      let sum = 0;
      for (let column = 0; column < count; column += 1) {
        sum += (matrix[row * count + column] ?? 0) * (axis[column] ?? 0);
      }
      next[row] = sum;
    }
    axis = unit(next, before);
  }
  return axis;
}

/** Without what the axes before it have of it, at length 1. */
function unit(axis: Float64Array, before: readonly Float64Array[]): Float64Array {
  for (const earlier of before) {
    const shared = axis.reduce((sum, value, at) => sum + value * (earlier[at] ?? 0), 0);
    for (let at = 0; at < axis.length; at += 1) axis[at] = (axis[at] ?? 0) - shared * (earlier[at] ?? 0);
  }
  const length = Math.sqrt(axis.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? axis : axis.map((value) => value / length);
}
