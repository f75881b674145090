import { mapUnits, microRadius, placeInDisc, placeOnBelt } from './map-places.ts';

/** A small group's disc on the map. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Changes to be placed, in columns. */
export interface PlacedChanges {
  /** Index of the disc it is in, -1 for none. */
  readonly disc: Int32Array;
  readonly similarity: Float64Array;
  /** Equal for changes that are equal: they lie beside each other. */
  readonly digest: Float64Array;
}

/** Air between the discs and the belt of those that are in none. */
const beltGap = 0.06;

/**
 * Coordinates in `mapUnits` of each change: inside the disc of its group, the most similar in the middle; those that are
 * in none on a belt round all.
 */
export function placePoints(
  discs: readonly Disc[],
  { disc, similarity, digest }: PlacedChanges,
): { readonly x: Int16Array; readonly y: Int16Array } {
  const count = disc.length;
  const order = Uint32Array.from({ length: count }, (_, index) => index).toSorted(
    (one, other) =>
      (disc[one] ?? 0) - (disc[other] ?? 0) ||
      (similarity[other] ?? 0) - (similarity[one] ?? 0) ||
      (digest[one] ?? 0) - (digest[other] ?? 0) ||
      one - other,
  );
  const total = discs.reduce((sum, { size }) => sum + size, 0);
  const held = new Set(disc);
  const reach = discs.reduce(
    (most, { x, y, size }, at) =>
      held.has(at) ? Math.max(most, Math.hypot(x, y) + microRadius(size, total)) : most,
    0,
  );
  const placed = { x: new Int16Array(count), y: new Int16Array(count) };
  for (let from = 0, to = 0; from < count; from = to) {
    const group = disc[order[from] ?? 0] ?? -1;
    while (to < count && disc[order[to] ?? 0] === group) to += 1;
    const home = discs[group];
    for (let at = from; at < to; at += 1) {
      const { x, y } =
        home === undefined
          ? placeOnBelt(at - from, to - from, reach + beltGap, count)
          : placeInDisc(at - from, to - from, microRadius(home.size, total));
      placed.x[order[at] ?? 0] = Math.round(mapUnits * ((home?.x ?? 0) + x));
      placed.y[order[at] ?? 0] = Math.round(mapUnits * ((home?.y ?? 0) + y));
    }
  }
  return placed;
}
