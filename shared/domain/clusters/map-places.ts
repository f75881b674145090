/** Coordinates of the map pass as whole numbers of this many to 1, which two bytes hold to 3 and more. */
export const mapUnits = 10_000;

/** Share of the circle of radius 1 that all discs of groups cover; the rest is air that keeps them apart. */
const covered = 0.25;

/** Radius of the disc of a group on the map: every change has the same room. */
export function microRadius(size: number, total: number): number {
  return total === 0 ? 0 : Math.sqrt((covered * size) / total);
}

/** About how far each of so many points is from the next. */
export function pointSpacing(count: number): number {
  return Math.sqrt((Math.PI * covered) / Math.max(count, 1));
}

/** A golden angle from one to the next: points lie as in a sunflower, evenly and none on another. */
export const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Place of the `rank`-th of `count` points in a disc round the origin, the first in its middle. */
export function placeInDisc(rank: number, count: number, radius: number): { x: number; y: number } {
  return polar(radius * Math.sqrt((rank + 0.5) / count), rank * goldenAngle);
}

/**
 * Place of the `rank`-th of `count` points that are near no group: on a belt round the map, with as much room for each as
 * in a disc.
 * @param inner radius at which the belt begins
 * @param total of the points in discs
 */
export function placeOnBelt(
  rank: number,
  count: number,
  inner: number,
  total: number,
): { x: number; y: number } {
  const room = (covered * count) / Math.max(total, 1);
  return polar(Math.sqrt(inner ** 2 + ((rank + 0.5) / count) * room), rank * goldenAngle);
}

function polar(distance: number, angle: number): { x: number; y: number } {
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}
