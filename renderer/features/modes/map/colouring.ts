import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { type MapTheme, paletteColour, rampColour, type Rgb } from './map-colours.ts';
import type { MapPoints } from './map-points.ts';

export const colourings = ['cluster', 'mode', 'action', 'week'] as const;
export type ColourBy = (typeof colourings)[number];

export const shapes = ['circle', 'square', 'diamond', 'triangle'] as const;
export type PointShape = (typeof shapes)[number];

/** One thing that points are coloured by. */
export interface MapGroup {
  /** Value of its points in the column, -1 for those that are in none. */
  readonly value: number;
  readonly name: string;
  /** Id of the cluster or failure mode; null for others. */
  readonly id: string | null;
  readonly count: number;
  readonly shape: PointShape;
  readonly colourIn: (theme: MapTheme) => Rgb;
}

/** What points are coloured by: their column, and the groups of it, those that are in none at the end. */
export interface Colouring {
  readonly by: ColourBy;
  readonly column: Int16Array;
  readonly groups: readonly MapGroup[];
}

const noneNames: Readonly<Record<ColourBy, string>> = {
  cluster: 'In no cluster',
  mode: 'No failure mode',
  action: 'No action known',
  week: 'Time not known',
};

export function colouringOf(map: ClusterMap, points: MapPoints, by: ColourBy): Colouring {
  const column = points[by];
  const counts = new Map<number, number>();
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
  const countOf = (value: number) => counts.get(value) ?? 0;
  const groups = namesOf(map, by).map(({ name, id, shape, colourIn }, value): MapGroup => ({
    value,
    name,
    id,
    count: countOf(value),
    shape,
    colourIn,
  }));
  const none: MapGroup = {
    value: -1,
    name: noneNames[by],
    id: null,
    count: countOf(-1),
    shape: 'circle',
    colourIn: ({ none: colour }) => colour,
  };
  return { by, column, groups: none.count === 0 ? groups : [...groups, none] };
}

type NamedGroup = Pick<MapGroup, 'name' | 'id' | 'shape' | 'colourIn'>;

function namesOf(map: ClusterMap, by: ColourBy): NamedGroup[] {
  if (by === 'week') {
    const last = Math.max(map.weeks.length - 1, 1);
    return map.weeks.map((name, at) => ({
      name,
      id: null,
      shape: 'circle',
      colourIn: (theme) => rampColour(at / last, theme),
    }));
  }
  const named =
    by === 'action'
      ? map.actions.map((name, colour) => ({ name, id: null, colour }))
      : by === 'cluster'
        ? map.clusters
        : map.modes;
  // Those of one colour are told apart by their shapes.
  const used = new Map<number, number>();
  return named.map(({ name, id, colour }) => {
    const before = used.get(colour % 12) ?? 0;
    used.set(colour % 12, before + 1);
    return {
      name,
      id,
      shape: shapes[(colour + before) % shapes.length] ?? 'circle',
      colourIn: (theme) => paletteColour(colour, theme),
    };
  });
}
