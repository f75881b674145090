import { contentOrder } from './compare-vectors.ts';
import { cosineDistances } from './cosine-distances.ts';
import { embedNeighbours, type Plane } from './embed-neighbours.ts';
import { microRadius } from './map-places.ts';
import { principalPlane } from './principal-plane.ts';
import { separateDiscs } from './separate-discs.ts';
import type { SparseVector } from './sparse-vector.ts';

/** Groups of changes that are to have a place on the map. */
export interface MicrosToLayOut {
  readonly centroids: readonly SparseVector[];
  /** How many changes each has. */
  readonly sizes: ArrayLike<number>;
  /** Which cluster each is in, -1 for none. */
  readonly clusterOf: ArrayLike<number>;
  readonly seed: number;
}

/** Distances inside a cluster count this much, so that it stays together although the plane has too little room. */
const pull = 0.8;

/**
 * Where each small group of changes is on the map: like beside like, those of one cluster together, none on top of
 * another, within a circle of radius 1. The same for the same groups, whatever their order. Takes time with the square of
 * their number: about a second for 800.
 */
export function layOutMicros({ centroids, sizes, clusterOf, seed }: MicrosToLayOut): Plane {
  const order = contentOrder(centroids);
  const sorted = order.flatMap((index) => centroids[index] ?? []);
  const groups = order.map((index) => clusterOf[index] ?? -1);
  const members = order.map((index) => sizes[index] ?? 0);
  const total = members.reduce((sum, size) => sum + size, 0);
  const radii = members.map((size) => microRadius(size, total));
  const places = separateDiscs(withinCircle(placesOf(sorted, groups, seed), radii), radii);
  const plane = { x: new Float64Array(order.length), y: new Float64Array(order.length) };
  for (const [at, index] of order.entries()) {
    plane.x[index] = places.x[at] ?? 0;
    plane.y[index] = places.y[at] ?? 0;
  }
  return plane;
}

function placesOf(centroids: readonly SparseVector[], groups: readonly number[], seed: number): Plane {
  const count = centroids.length;
  if (count < 3)
    return { x: Float64Array.from({ length: count }, (_, at) => at), y: new Float64Array(count) };
  const distances = cosineDistances(centroids).map((distance, at) => {
    const group = groups[Math.floor(at / count)];
    return group !== -1 && group === groups[at % count] ? distance * pull : distance;
  });
  const start = principalPlane(distances, count, seed);
  return embedNeighbours(distances, start, Math.min(15, (count - 1) / 3));
}

/** Of all changes, the share whose groups are spread over the circle; those further out lie at its rim. */
const spread = 0.9;

/** Moved and scaled into the circle of radius 1 round the origin, so that some far groups do not crowd all others. */
function withinCircle({ x, y }: Plane, radii: readonly number[]): Plane {
  const room = radii.map((radius) => radius * radius);
  const [middleX, middleY] = [middle(x, room), middle(y, room)];
  const away = x.map((value, at) => Math.hypot(value - middleX, (y[at] ?? 0) - middleY));
  const reach = quantile(away, room, spread);
  const rim = 1 - radii.reduce((most, radius) => Math.max(most, radius), 0);
  const scaled = (axis: Float64Array, origin: number) =>
    axis.map((value, at) => (rim * (value - origin)) / Math.max(reach, away[at] ?? 0, Number.MIN_VALUE));
  return { x: scaled(x, middleX), y: scaled(y, middleY) };
}

/** Half way between those that are furthest out on either side, some few left out. */
function middle(values: Float64Array, room: readonly number[]): number {
  return (quantile(values, room, 1 - spread) + quantile(values, room, spread)) / 2;
}

/** The value below which are those with this share of all room. */
function quantile(values: Float64Array, room: readonly number[], share: number): number {
  const order = [...values.keys()].toSorted((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  let left = share * room.reduce((sum, value) => sum + value, 0);
  for (const at of order) {
    left -= room[at] ?? 0;
    if (left <= 0) return values[at] ?? 0;
  }
  return values[order.at(-1) ?? 0] ?? 0;
}
