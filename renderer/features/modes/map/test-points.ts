import type { MapPoints } from './map-points.ts';

/** Points at these places, for tests. */
export function pointsAt(places: readonly (readonly [number, number])[]): MapPoints {
  const none = new Int16Array(places.length).fill(-1);
  return {
    count: places.length,
    x: Float32Array.from(places, ([x]) => x),
    y: Float32Array.from(places, ([, y]) => y),
    seq: Int32Array.from(places, (_, index) => index + 1),
    cluster: none,
    mode: none,
    week: none,
    action: none,
  };
}
