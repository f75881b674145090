import type { Place } from './camera.ts';
import type { MapPoints } from './map-points.ts';

/** Whether a place lies inside a closed line, by how often a ray from it crosses the line. */
export function isInside(line: readonly Place[], x: number, y: number): boolean {
  let inside = false;
  let before = line.at(-1);
  for (const corner of line) {
    if (before !== undefined && corner.y > y !== before.y > y) {
      const crossing = before.x + ((y - before.y) / (corner.y - before.y)) * (corner.x - before.x);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** Indices of the points inside a closed line, in coordinates of the map, of those that are shown. */
export function pointsInside(
  points: MapPoints,
  line: readonly Place[],
  isShown: (point: number) => boolean,
): number[] {
  const left = Math.min(...line.map(({ x }) => x));
  const right = Math.max(...line.map(({ x }) => x));
  const top = Math.min(...line.map(({ y }) => y));
  const bottom = Math.max(...line.map(({ y }) => y));
  const found: number[] = [];
  for (let point = 0; point < points.count; point += 1) {
    const x = points.x[point] ?? 0;
    const y = points.y[point] ?? 0;
    if (x < left || x > right || y < top || y > bottom || !isShown(point)) continue;
    if (isInside(line, x, y)) found.push(point);
  }
  return found;
}
