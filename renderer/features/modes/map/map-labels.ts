import type { MapPoints } from './map-points.ts';

/** A name that belongs to a place of the map. */
export interface MapLabel {
  readonly text: string;
  /** Index into the list that it names. */
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

/** Where the names of clusters or failure modes belong: the middle of their points. */
export function labelsOf(
  points: MapPoints,
  column: Int16Array,
  named: readonly { readonly name: string }[],
): MapLabel[] {
  const sums = named.map(() => ({ x: 0, y: 0, count: 0 }));
  for (let point = 0; point < points.count; point += 1) {
    const sum = sums[column[point] ?? -1];
    if (sum === undefined) continue;
    sum.x += points.x[point] ?? 0;
    sum.y += points.y[point] ?? 0;
    sum.count += 1;
  }
  return named.flatMap(({ name }, value) => {
    const sum = sums[value];
    if (sum === undefined || sum.count === 0) return [];
    return [{ text: shortened(name), value, x: sum.x / sum.count, y: sum.y / sum.count }];
  });
}

const mostCharacters = 32;

function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length <= mostCharacters ? name : `${characters.slice(0, mostCharacters - 1).join('')}…`;
}
