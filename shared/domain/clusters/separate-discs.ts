import type { Plane } from './embed-neighbours.ts';

const rounds = 200;

/** Moves discs that lie on one another apart, each as little as it takes. Radii are those of the discs. */
export function separateDiscs({ x, y }: Plane, radii: readonly number[]): Plane {
  const places = { x: Float64Array.from(x), y: Float64Array.from(y) };
  for (let round = 0; round < rounds && pushApart(places, radii); round += 1);
  return places;
}

/** Whether any were moved. */
function pushApart({ x, y }: Plane, radii: readonly number[]): boolean {
  let isMoved = false;
  for (let one = 0; one < radii.length; one += 1) {
    for (let other = one + 1; other < radii.length; other += 1) {
      const room = (radii[one] ?? 0) + (radii[other] ?? 0);
      let dx = (x[other] ?? 0) - (x[one] ?? 0);
      let dy = (y[other] ?? 0) - (y[one] ?? 0);
      if (Math.abs(dx) >= room || Math.abs(dy) >= room) continue;
      let distance = Math.hypot(dx, dy);
      if (distance >= room * 0.999) continue;
      const way = (room - distance) / 2;
      if (distance < 1e-9) {
        // Two in one place: each pair goes in a direction of its own.
        [dx, dy, distance] = [Math.cos(one + other), Math.sin(one + other), 1];
      }
      const shift = way / distance;
      x[one] = (x[one] ?? 0) - dx * shift;
      y[one] = (y[one] ?? 0) - dy * shift;
      x[other] = (x[other] ?? 0) + dx * shift;
      y[other] = (y[other] ?? 0) + dy * shift;
      isMoved = true;
    }
  }
  return isMoved;
}
