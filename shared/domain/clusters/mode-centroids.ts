import type { WeightedExample } from './mode-example.ts';
import type { SparseVector } from './sparse-vector.ts';
import { termCount } from './term-space.ts';

/** One direction for each failure mode, along which its examples lie. */
export interface ModeCentroids {
  readonly modes: readonly number[];
  /** Cosines of a weighted vector to each of `modes`; the same array each time. */
  similarities(vector: SparseVector): Float64Array;
}

/** Passes over the examples, and how far a wrong one moves a centroid, in parts of what one example is of it. */
const passes = 3;
const stepSize = 1;
/** Examples that are nearer to their own failure mode than to any other by less than this still move centroids. */
const leastLead = 0.05;

/**
 * The mean of the examples of each failure mode, and then, for those that lie nearer to another one, a step of the right one
 * towards them and of the wrong one away. "Not like this" moves away what it is said of where that is the nearest. Few
 * examples give nearest centroids, many nearly what logistic regression gives.
 *
 * Source: S. Tan, X. Cheng, M. M. Ghanem, B. Wang, H. Xu (2005), "A novel refinement approach for text categorization",
 * CIKM, 469-476 (DragPushing).
 */
export function trainModeCentroids(examples: readonly WeightedExample[]): ModeCentroids {
  const inside = examples.filter(({ verdict }) => verdict === 'in');
  const modes = [...new Set(inside.map(({ mode }) => mode))].toSorted((a, b) => a - b);
  const places = new Map(modes.map((mode, place) => [mode, place]));
  const centroids = createCentroids(inside, modes.length);
  const counts = new Float64Array(modes.length);
  for (const { mode } of inside) {
    const place = places.get(mode) ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  for (const { vector, mode } of inside) {
    const place = places.get(mode) ?? 0;
    centroids.move(place, vector, 1 / (counts[place] ?? 1));
  }
  centroids.toLengthOne();
  for (let pass = 0; pass < passes; pass++) {
    const step = (place: number) => stepSize / (1 + pass) / (counts[place] ?? 1);
    for (const { vector, mode, verdict } of examples) {
      const own = places.get(mode);
      if (own === undefined) continue;
      const similarities = centroids.similarities(vector);
      const rival = greatestBut(similarities, own);
      const lead = (similarities[own] ?? 0) - (similarities[rival] ?? 0);
      if (verdict === 'out') {
        if (lead > 0) centroids.move(own, vector, -step(own));
      } else if (lead < leastLead && rival >= 0) {
        centroids.move(own, vector, step(own));
        centroids.move(rival, vector, -step(rival));
      }
    }
  }
  return { modes, similarities: (vector) => centroids.similarities(vector) };
}

/** The place of the greatest but one; -1 where there is no other. */
export function greatestBut(numbers: Float64Array, except: number): number {
  let greatest = -1;
  for (let place = 0; place < numbers.length; place++)
    if (place !== except && (greatest < 0 || (numbers[place] ?? 0) > (numbers[greatest] ?? 0)))
      greatest = place;
  return greatest;
}

/** Weights by term and then by centroid, of the terms that examples have: others are orthogonal to all. */
function createCentroids(examples: readonly WeightedExample[], count: number) {
  const rows = new Int32Array(termCount).fill(-1);
  let size = 0;
  for (const { vector } of examples)
    for (const term of vector.terms)
      if (rows[term] === -1) {
        rows[term] = size;
        size += count;
      }
  const weights = new Float64Array(size);
  const squares = new Float64Array(count);
  const found = new Float64Array(count);
  return {
    move(place: number, { terms, weights: parts }: SparseVector, factor: number): void {
      for (let at = 0; at < terms.length; at++) {
        const row = rows[terms[at] ?? 0] ?? -1;
        if (row < 0) continue;
        const before = weights[row + place] ?? 0;
        const after = before + factor * (parts[at] ?? 0);
        weights[row + place] = after;
        squares[place] = (squares[place] ?? 0) + after * after - before * before;
      }
    },
    toLengthOne(): void {
      for (let index = 0; index < weights.length; index++)
        weights[index] = (weights[index] ?? 0) / Math.sqrt(squares[index % count] ?? 1);
      squares.fill(1);
    },
    similarities({ terms, weights: parts }: SparseVector): Float64Array {
      found.fill(0);
      for (let at = 0; at < terms.length; at++) {
        const row = rows[terms[at] ?? 0] ?? -1;
        if (row < 0) continue;
        const part = parts[at] ?? 0;
        for (let place = 0; place < count; place++)
          found[place] = (found[place] ?? 0) + part * (weights[row + place] ?? 0);
      }
      for (let place = 0; place < count; place++)
        found[place] = (found[place] ?? 0) / Math.sqrt(squares[place] ?? 1);
      return found;
    },
  };
}
