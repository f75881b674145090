import type { Place } from './camera.ts';
import type { MapPoints } from './map-points.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const ways: Readonly<Record<Direction, Place>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The shown point that is nearest to a place, within a distance; -1 where there is none. */
export function nearestPoint(
  points: MapPoints,
  { x, y }: Place,
  within: number,
  isShown: (point: number) => boolean,
): number {
  let found = -1;
  let least = within * within;
  for (let point = 0; point < points.count; point += 1) {
    const dx = (points.x[point] ?? 0) - x;
    const dy = (points.y[point] ?? 0) - y;
    const distance = dx * dx + dy * dy;
    if (distance > least || !isShown(point)) continue;
    least = distance;
    found = point;
  }
  return found;
}

/** The nearest shown point in a direction, no further aside than ahead; -1 where there is none. */
export function pointTowards(
  points: MapPoints,
  from: number,
  direction: Direction,
  isShown: (point: number) => boolean,
): number {
  const way = ways[direction];
  const [x, y] = [points.x[from] ?? 0, points.y[from] ?? 0];
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let point = 0; point < points.count; point += 1) {
    const dx = (points.x[point] ?? 0) - x;
    const dy = (points.y[point] ?? 0) - y;
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (ahead <= 0 || aside > ahead) continue;
    // What lies straight ahead is nearer than what is as far away aside.
    const distance = ahead + 2 * aside;
    if (distance >= least || !isShown(point)) continue;
    least = distance;
    found = point;
  }
  return found;
}
