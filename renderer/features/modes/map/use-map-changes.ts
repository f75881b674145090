import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Change } from '../../../../shared/contract/cluster-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import type { MapPoints } from './map-points.ts';

/** How many changes of a selection are listed. */
export const mostListed = 500;

const noChanges: readonly Change[] = [];

export interface MapChanges {
  /** In the order of the points, without those that are gone since. */
  readonly changes: readonly Change[];
  readonly isBusy: boolean;
  readonly error: Error | null;
}

/** The changes behind the first points of a selection. */
export function useMapChanges(points: MapPoints, selected: ReadonlySet<number>): MapChanges {
  const queries = useQueries();
  const seqs = useMemo(
    () => [...selected].slice(0, mostListed).map((point) => points.seq[point] ?? 0),
    [points, selected],
  );
  const found = useQuery({
    ...queries.clusters.points.queryOptions({ input: { seqs } }),
    enabled: seqs.length > 0,
  });
  return {
    changes: seqs.length === 0 ? noChanges : (found.data?.changes ?? noChanges),
    isBusy: seqs.length > 0 && found.data === undefined,
    error: found.error,
  };
}

/** The change behind one point, once the pointer or the cursor stays on it; null while it is not known. */
export function useMapChange(points: MapPoints, point: number): Change | null {
  const queries = useQueries();
  const settled = useSettled(point, 60);
  const found = useQuery({
    ...queries.clusters.points.queryOptions({ input: { seqs: [points.seq[settled] ?? 0] } }),
    enabled: settled !== -1,
  });
  return settled === point && settled !== -1 ? (found.data?.changes[0] ?? null) : null;
}
