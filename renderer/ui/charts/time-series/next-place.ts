import type { PlacedPoint } from './chart-layout.ts';

export interface PointPlace {
  readonly series: number;
  readonly week: number;
}

/**
 * Where a key leads: left and right along a series, up and down to the next higher and lower point of the same week, Home
 * and End to the ends of the series. Null where it leads nowhere.
 */
export function nextPlace(
  key: string,
  from: PointPlace,
  points: readonly (readonly PlacedPoint[])[],
): PointPlace | null {
  const along = points[from.series] ?? [];
  const place = along.findIndex(({ week }) => week === from.week);
  switch (key) {
    case 'ArrowRight':
      return along[place + 1] ?? null;
    case 'ArrowLeft':
      return along[place - 1] ?? null;
    case 'Home':
      return along[0] ?? null;
    case 'End':
      return along.at(-1) ?? null;
    case 'ArrowUp':
      return besides(points, from, -1);
    case 'ArrowDown':
      return besides(points, from, 1);
    default:
      return null;
  }
}

function besides(
  points: readonly (readonly PlacedPoint[])[],
  from: PointPlace,
  steps: 1 | -1,
): PointPlace | null {
  const stacked = points
    .flatMap((along) => along.filter(({ week }) => week === from.week))
    .toSorted((a, b) => a.y - b.y || a.series - b.series);
  const place = stacked.findIndex(({ series }) => series === from.series);
  return stacked[place + steps] ?? null;
}
