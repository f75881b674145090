import { useMemo, useState } from 'react';
import type { Colouring } from './colouring.ts';

/** Indices of points, in the order in which they are listed. */
export type Selected = ReadonlySet<number>;

const nothing: Selected = new Set();

export interface MapSelection {
  readonly selected: Selected;
  /** The group that is selected as a whole; null where it is another selection. */
  readonly group: { readonly by: Colouring['by']; readonly value: number } | null;
  readonly choose: (points: readonly number[], isAdded: boolean) => void;
  readonly turn: (point: number) => void;
  readonly chooseGroup: (colouring: Colouring, value: number) => void;
  readonly clear: () => void;
}

/** Which points are selected. Others of another map: nothing of this one is kept for them. */
export function useMapSelection(seq: Int32Array): MapSelection {
  const [state, setState] = useState({ seq, selected: nothing, group: null as MapSelection['group'] });
  const { selected, group } = state.seq === seq ? state : { selected: nothing, group: null };
  return useMemo(() => {
    const set = (next: Selected, of: MapSelection['group'] = null) =>
      setState({ seq, selected: next, group: of });
    return {
      selected,
      group,
      choose: (points, isAdded) => set(new Set(isAdded ? [...selected, ...points] : points)),
      turn: (point) => {
        const next = new Set(selected);
        if (!next.delete(point)) next.add(point);
        set(next);
      },
      chooseGroup: ({ by, column }, value) => set(pointsOfGroup(column, value), { by, value }),
      clear: () => set(nothing),
    };
  }, [seq, selected, group]);
}

function pointsOfGroup(column: Int16Array, value: number): Selected {
  const found = new Set<number>();
  for (const [point, held] of column.entries()) if (held === value) found.add(point);
  return found;
}
