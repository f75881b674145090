import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { mapUnits } from '../../../../shared/domain/clusters/map-places.ts';
import { unpackColumn } from '../../../../shared/domain/clusters/packed-column.ts';

/** Changes as points of the map, in columns. */
export interface MapPoints {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly seq: Int32Array;
  /** Index into the lists of the map, -1 for none. */
  readonly cluster: Int32Array;
  readonly mode: Int32Array;
  readonly week: Int32Array;
  readonly action: Int32Array;
}

export function readPoints(map: ClusterMap): MapPoints {
  return {
    count: map.shown,
    x: Float32Array.from(unpackColumn(map.x), (value) => value / mapUnits),
    y: Float32Array.from(unpackColumn(map.y), (value) => value / mapUnits),
    seq: unpackColumn(map.seq),
    cluster: unpackColumn(map.cluster),
    mode: unpackColumn(map.mode),
    week: unpackColumn(map.week),
    action: unpackColumn(map.action),
  };
}
