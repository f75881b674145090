import type { Colouring } from './colouring.ts';
import { hiddenLook, type Look } from './draw-points.ts';
import { type MapTheme, mix } from './map-colours.ts';
import type { Stamp } from './point-stamp.ts';
import type { MapGroup } from './colouring.ts';

/**
 * Which look each point has: two per group of the colouring, the second for points that step back behind a selection.
 * @param hidden values of groups that are not shown
 * @param selected indices of points; empty for none
 */
export function looksOfPoints(
  { column, groups }: Colouring,
  hidden: ReadonlySet<number>,
  selected: ReadonlySet<number>,
): Uint16Array {
  // A value of -1 is at the place of the last group.
  const lookOfValue = new Uint16Array(groups.length + 1);
  for (const [index, { value }] of groups.entries()) {
    lookOfValue[value + 1] = hidden.has(value) ? hiddenLook : index * 2;
  }
  const isSelecting = selected.size > 0;
  return Uint16Array.from(column, (value, point) => {
    const look = lookOfValue[value + 1] ?? hiddenLook;
    return look === hiddenLook || !isSelecting || selected.has(point) ? look : look + 1;
  });
}

/** How much of the background a point takes on that steps back. */
const stepBack = 0.72;

/** The looks that `looksOfPoints` gives the index of. */
export function makeLooks(
  groups: readonly MapGroup[],
  theme: MapTheme,
  stampOf: (group: MapGroup) => Stamp,
): Look[] {
  return groups.flatMap((group): Look[] => {
    const colour = group.colourIn(theme);
    const stamp = stampOf(group);
    return [
      { colour, stamp, layer: group.value === -1 ? 1 : 2 },
      { colour: mix(colour, theme.background, stepBack), stamp, layer: 0 },
    ];
  });
}
