import type { Plane } from './embed-neighbours.ts';

/**
 * How far neighbours on the plane are neighbours in truth, 1 for all: J. Venna and S. Kaski 2001, "Neighborhood
 * Preservation in Nonlinear Projection Methods". A plane of chance has about 0.5.
 * @param distances square matrix, row by row
 */
export function trustworthiness(distances: Float32Array, { x, y }: Plane, neighbours: number): number {
  const count = x.length;
  const points = Array.from({ length: count }, (_, point) => point);
  let intruders = 0;
  for (const point of points) {
    const others = points.filter((other) => other !== point);
    const distance = (other: number) => distances[point * count + other] ?? 0;
    const onPlane = (other: number) =>
      Math.hypot((x[other] ?? 0) - (x[point] ?? 0), (y[other] ?? 0) - (y[point] ?? 0));
    const ranks = new Map(
      others.toSorted((a, b) => distance(a) - distance(b)).map((other, rank) => [other, rank + 1]),
    );
    for (const other of others.toSorted((a, b) => onPlane(a) - onPlane(b)).slice(0, neighbours)) {
      intruders += Math.max(0, (ranks.get(other) ?? 0) - neighbours);
    }
  }
  return 1 - (2 / (count * neighbours * (2 * count - 3 * neighbours - 1))) * intruders;
}
