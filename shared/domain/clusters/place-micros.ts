import { contentOrder } from './compare-vectors.ts';
import type { Plane } from './embed-neighbours.ts';
import { goldenAngle, microRadius } from './map-places.ts';
import type { SparseVector } from './sparse-vector.ts';

/** Groups that have a place on the map, in columns. */
export interface PlacedMicros {
  readonly centroids: readonly SparseVector[];
  readonly sizes: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Groups that came since. */
export interface FreshMicros {
  readonly centroids: readonly SparseVector[];
  readonly sizes: ArrayLike<number>;
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Of so many known groups, the nearest, a new one lies in the middle. */
const neighbours = 3;

/** Where the search for a free place ends: by then it is far outside of the map. */
const mostSteps = 5000;

/** Places of new groups beside those that are most like them, so that none that has a place is moved. */
export function placeMicros(known: PlacedMicros, fresh: FreshMicros): Plane {
  const total = sumOf(known.sizes) + sumOf(fresh.sizes);
  const discs = known.centroids.map((_, at): Disc => ({
    x: known.x[at] ?? 0,
    y: known.y[at] ?? 0,
    radius: microRadius(known.sizes[at] ?? 0, total),
  }));
  const plane = {
    x: new Float64Array(fresh.centroids.length),
    y: new Float64Array(fresh.centroids.length),
  };
  for (const at of contentOrder(fresh.centroids)) {
    const centroid = fresh.centroids[at];
    if (centroid === undefined) continue;
    const disc = freePlace(
      { ...middleOfNearest(centroid, known), radius: microRadius(fresh.sizes[at] ?? 0, total) },
      discs,
    );
    discs.push(disc);
    plane.x[at] = disc.x;
    plane.y[at] = disc.y;
  }
  return plane;
}

function middleOfNearest(centroid: SparseVector, known: PlacedMicros): { x: number; y: number } {
  const nearest = known.centroids
    .map((other, at) => ({ at, likeness: cosine(centroid, other) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness || one.at - other.at)
    .slice(0, neighbours);
  const sum = nearest.reduce((all, { likeness }) => all + likeness ** 2, 0);
  // What is like none lies at the rim.
  if (sum === 0) return { x: 0, y: 1 };
  const mean = (axis: ArrayLike<number>) =>
    nearest.reduce((all, { at, likeness }) => all + (likeness ** 2 / sum) * (axis[at] ?? 0), 0);
  return { x: mean(known.x), y: mean(known.y) };
}

/** The first place on a spiral outwards at which the disc lies on no other. */
function freePlace(wanted: Disc, discs: readonly Disc[]): Disc {
  const step = Math.max(wanted.radius / 2, 0.002);
  for (let at = 0; at < mostSteps; at += 1) {
    const away = step * Math.sqrt(at);
    const x = wanted.x + away * Math.cos(at * goldenAngle);
    const y = wanted.y + away * Math.sin(at * goldenAngle);
    if (discs.every((disc) => Math.hypot(disc.x - x, disc.y - y) >= disc.radius + wanted.radius)) {
      return { x, y, radius: wanted.radius };
    }
  }
  return wanted;
}

function cosine(one: SparseVector, other: SparseVector): number {
  let sum = 0;
  for (let a = 0, b = 0; a < one.terms.length && b < other.terms.length;) {
    const difference = (one.terms[a] ?? 0) - (other.terms[b] ?? 0);
    if (difference === 0) sum += (one.weights[a] ?? 0) * (other.weights[b] ?? 0);
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  const length = Math.hypot(...one.weights) * Math.hypot(...other.weights);
  return length === 0 ? 0 : sum / length;
}

function sumOf(sizes: ArrayLike<number>): number {
  return Array.from(sizes).reduce((sum, size) => sum + size, 0);
}
