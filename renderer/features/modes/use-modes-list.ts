import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Cluster, Mode } from '../../../shared/contract/cluster-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { keptOrder } from './kept-order.ts';
import { modeRows, type ModeRow, proposalRows, seenRows, sortModes } from './mode-rows.ts';
import { type Sort, useModesState } from './modes-state.ts';

export interface ModesList {
  readonly modes: readonly Mode[];
  readonly clusters: readonly Cluster[];
  readonly unclassified: number;
  readonly interactions: number;
  readonly rows: readonly ModeRow[];
  /** Rows that are seen, from top to bottom. */
  readonly seen: readonly ModeRow[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly reload: () => void;
}

const none: readonly never[] = [];

/**
 * Everything that the list shows, in an order that stays until another is chosen or a clustering ends.
 * @param clusteredAt when the last clustering ended, in UTC milliseconds; 0: never
 */
export function useModesList(clusteredAt: number): ModesList {
  const queries = useQueries();
  const list = useQuery(queries.modes.list.queryOptions());
  const found = useQuery(queries.clusters.list.queryOptions());
  const { shape, sort, status, folded } = useModesState();
  const modes = list.data?.modes ?? none;
  const clusters = found.data ?? none;
  const sorted = useKeptOrder(modes, sort, list.dataUpdatedAt < clusteredAt ? null : clusteredAt);
  const unclassified = list.data?.unclassified ?? 0;
  const isPending = list.isPending || found.isPending;
  const rows = useMemo(() => {
    // All at once: what comes a moment later would push the rest down.
    if (isPending) return none;
    const pile: readonly ModeRow[] =
      unclassified === 0
        ? []
        : [{ kind: 'unclassified', key: 'unclassified', count: unclassified, children: [] }];
    return [...modeRows(sorted, shape, status), ...proposalRows(clusters), ...pile];
  }, [sorted, shape, status, clusters, unclassified, isPending]);
  const seen = useMemo(() => seenRows(rows, folded), [rows, folded]);
  return {
    modes,
    clusters,
    unclassified,
    interactions: list.data?.interactions ?? 0,
    rows,
    seen,
    isPending,
    error: list.error ?? found.error,
    reload: () => {
      void list.refetch();
      void found.refetch();
    },
  };
}

interface Kept {
  readonly sort: Sort;
  /** The clustering whose figures it goes by. */
  readonly clusteredAt: number;
  readonly ids: readonly string[];
}

/**
 * Failure modes as they were sorted when the order was chosen: figures that change later move nothing.
 * @param counted the clustering whose figures these are; null while they are those from before it
 */
function useKeptOrder(modes: readonly Mode[], sort: Sort, counted: number | null): readonly Mode[] {
  const [kept, setKept] = useState<Kept>({ sort, clusteredAt: 0, ids: [] });
  const clusteredAt = counted ?? kept.clusteredAt;
  const isSame = kept.sort === sort && kept.clusteredAt === clusteredAt;
  const ids = useMemo(() => {
    const sorted = sortModes(modes, sort).map(({ id }) => id);
    const next = keptOrder(isSame ? kept.ids : [], sorted);
    return isSameList(next, kept.ids) ? kept.ids : next;
  }, [modes, sort, kept, isSame]);
  if (!isSame || kept.ids !== ids) setKept({ sort, clusteredAt, ids });
  return useMemo(() => {
    const byId = new Map(modes.map((mode) => [mode.id, mode]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [ids, modes]);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
