import { useState } from 'react';
import type { Place } from './camera.ts';
import type { MapModel } from './use-map-model.ts';

/** Where keys and pointer are. */
export interface MapCursor {
  /** Index of the point that the keys are at, -1 for none. */
  readonly point: number;
  readonly goTo: (point: number) => void;
  /** Index of the point under the pointer, -1 for none. */
  readonly hovered: number;
  readonly hover: (point: number) => void;
  /** Value of the group that the keys are at in the table. */
  readonly group: number | null;
  readonly goToGroup: (value: number) => void;
  /** Whether dragging draws a line, and the line so far in coordinates of the map. */
  readonly isLasso: boolean;
  readonly setLassoing: (isLasso: boolean) => void;
  readonly lasso: readonly Place[];
  readonly setLasso: (line: readonly Place[]) => void;
}

const noLine: readonly Place[] = [];

export function useMapCursor({ points, isShown }: MapModel): MapCursor {
  const { seq } = points;
  const [at, setAt] = useState({ seq, point: -1 });
  const [hovered, hover] = useState(-1);
  const [group, goToGroup] = useState<number | null>(null);
  const [isLasso, setLassoing] = useState(false);
  const [lasso, setLasso] = useState(noLine);
  return {
    // Points of another map, and those that are hidden since, are left.
    point: at.seq === seq && isShown(at.point) ? at.point : -1,
    goTo: (point) => {
      setAt({ seq, point });
      hover(-1);
    },
    hovered: isShown(hovered) ? hovered : -1,
    hover,
    group,
    goToGroup,
    isLasso,
    setLassoing: (next) => {
      setLassoing(next);
      setLasso(noLine);
    },
    lasso,
    setLasso,
  };
}
