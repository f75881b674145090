import { create } from 'zustand';
import { type ColourBy, colourings } from './colouring.ts';

interface MapState {
  readonly colourBy: ColourBy;
  /** Values of groups of this colouring that are not shown. */
  readonly hidden: ReadonlySet<number>;
  readonly isTable: boolean;
}

const noneHidden: ReadonlySet<number> = new Set();

/** How the map was left. */
export const useMapState = create<MapState>()(() => ({
  colourBy: 'cluster',
  hidden: noneHidden,
  isTable: false,
}));

export function colourMapBy(colourBy: ColourBy): void {
  useMapState.setState({ colourBy, hidden: noneHidden });
}

export function colourMapByNext(): void {
  const { colourBy } = useMapState.getState();
  colourMapBy(colourings[(colourings.indexOf(colourBy) + 1) % colourings.length] ?? 'cluster');
}

export function turnGroup(value: number): void {
  useMapState.setState(({ hidden }) => {
    const next = new Set(hidden);
    if (!next.delete(value)) next.add(value);
    return { hidden: next };
  });
}

export function showAllGroups(): void {
  useMapState.setState({ hidden: noneHidden });
}

export function turnTable(): void {
  useMapState.setState(({ isTable }) => ({ isTable: !isTable }));
}
