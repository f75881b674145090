import { useCallback, useMemo } from 'react';
import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { type Colouring, colouringOf } from './colouring.ts';
import { hiddenLook } from './draw-points.ts';
import { darkTheme, lightTheme, type MapTheme } from './map-colours.ts';
import { labelsOf, type MapLabel } from './map-labels.ts';
import { looksOfPoints } from './map-looks.ts';
import type { MapPoints } from './map-points.ts';
import { useMapState } from './map-state.ts';
import { useIsDark } from './use-is-dark.ts';
import { useMapPoints } from './use-map-points.ts';
import { type MapSelection, useMapSelection } from './use-map-selection.ts';

/** What the map shows, made of what the engine says and how the map was left. */
export interface MapModel {
  readonly map: ClusterMap;
  readonly points: MapPoints;
  readonly colouring: Colouring;
  readonly hidden: ReadonlySet<number>;
  readonly isTable: boolean;
  readonly lookOf: Uint16Array;
  readonly labels: readonly MapLabel[];
  readonly theme: MapTheme;
  readonly selection: MapSelection;
  readonly isShown: (point: number) => boolean;
  readonly clusterName: (id: string | null) => string | null;
}

export function useMapModel(map: ClusterMap): MapModel {
  const { colourBy, hidden, isTable } = useMapState();
  const theme = useIsDark() ? darkTheme : lightTheme;
  const points = useMapPoints(map);
  const colouring = useMemo(() => colouringOf(map, points, colourBy), [map, points, colourBy]);
  const selection = useMapSelection(points.seq);
  const { selected } = selection;
  const lookOf = useMemo(() => looksOfPoints(colouring, hidden, selected), [colouring, hidden, selected]);
  const isShown = useCallback((point: number) => (lookOf[point] ?? hiddenLook) !== hiddenLook, [lookOf]);
  const labels = useMemo(() => {
    const byMode = colourBy === 'mode';
    const all = labelsOf(points, byMode ? points.mode : points.cluster, byMode ? map.modes : map.clusters);
    return byMode || colourBy === 'cluster' ? all.filter(({ value }) => !hidden.has(value)) : all;
  }, [points, map, colourBy, hidden]);
  const names = useMemo(() => new Map(map.clusters.map(({ id, name }) => [id, name])), [map.clusters]);
  const clusterName = useCallback(
    (id: string | null) => (id === null ? null : (names.get(id) ?? null)),
    [names],
  );
  return useMemo(
    () => ({
      map,
      points,
      colouring,
      hidden,
      isTable,
      lookOf,
      labels,
      theme,
      selection,
      isShown,
      clusterName,
    }),
    [map, points, colouring, hidden, isTable, lookOf, labels, theme, selection, isShown, clusterName],
  );
}
