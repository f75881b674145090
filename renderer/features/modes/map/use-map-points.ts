import { useMemo } from 'react';
import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { mapUnits } from '../../../../shared/domain/clusters/map-places.ts';
import { unpackLong, unpackShort } from '../../../../shared/domain/clusters/packed-column.ts';
import type { MapPoints } from './map-points.ts';

/** Columns stay the same objects as long as they hold the same, so that what only goes by places need not look again. */
export function useMapPoints(map: ClusterMap): MapPoints {
  const { shown } = map;
  const x = useMemo(() => coordinates(map.x), [map.x]);
  const y = useMemo(() => coordinates(map.y), [map.y]);
  const seq = useMemo(() => unpackLong(map.seq), [map.seq]);
  const cluster = useMemo(() => unpackShort(map.cluster), [map.cluster]);
  const mode = useMemo(() => unpackShort(map.mode), [map.mode]);
  const week = useMemo(() => unpackShort(map.week), [map.week]);
  const action = useMemo(() => unpackShort(map.action), [map.action]);
  return useMemo(
    () => ({ count: shown, x, y, seq, cluster, mode, week, action }),
    [shown, x, y, seq, cluster, mode, week, action],
  );
}

function coordinates(column: string): Float32Array {
  return Float32Array.from(unpackShort(column), (value) => value / mapUnits);
}
