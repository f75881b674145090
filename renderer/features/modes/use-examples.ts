import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Change, ChangeSubject, Unit } from '../../../shared/contract/cluster-operations.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import type { Order } from './modes-state.ts';

const pageSize = 50;

/** Whoever goes through the list with a key held down does not ask for the examples of every row. */
const settleMilliseconds = 80;

type Page = Awaited<ReturnType<Client['clusters']['changes']>>;

export interface Examples {
  readonly changes: readonly Change[];
  /** Null while it is not known. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Asks again for what is shown. */
  readonly reload: () => void;
}

/**
 * Changes of a subject, page by page. What a person says of one leaves it where it is until the list is made anew, so that
 * nothing moves under their hands.
 * @param made with another number the list is made anew
 */
export function useExamples(subject: ChangeSubject, order: Order, made: number): Examples {
  const client = useClient();
  const queryClient = useQueryClient();
  const id = subject.kind === 'unclassified' ? '' : subject.id;
  const queryKey = useMemo(
    () => ['examples', subject.kind, id, order, made],
    [subject.kind, id, order, made],
  );
  const isSettled = useHasStayed(settleMilliseconds);
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    enabled: isSettled,
    queryFn: ({ pageParam, signal }) =>
      client.clusters.changes(
        { subject, order, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    gcTime: 0,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextAfter,
  });
  const loadMore = useCallback(() => {
    if (hasNextPage) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, fetchNextPage]);
  const reload = useCallback(
    () => void queryClient.invalidateQueries({ queryKey, exact: true }),
    [queryClient, queryKey],
  );
  return {
    changes: useMemo(() => changesOf(data), [data]),
    total: data?.pages[0]?.total ?? null,
    error,
    isPending,
    hasMore: hasNextPage,
    loadMore,
    reload,
  };
}

/** Changes that are like one, the nearest first; nothing is asked for while there is none. */
export function useSimilar(unit: Unit | null) {
  const queries = useQueries();
  const { interactionId, place } = unit ?? { interactionId: '', place: '' };
  return useQuery({
    ...queries.clusters.similar.queryOptions({ input: { interactionId, place, limit: pageSize } }),
    enabled: unit !== null,
    gcTime: 0,
  });
}

/** True once the calling component has been on screen for so long. */
function useHasStayed(milliseconds: number): boolean {
  const [hasStayed, setStayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return hasStayed;
}

function changesOf(data: InfiniteData<Page> | undefined): readonly Change[] {
  return data?.pages.flatMap(({ changes }) => changes) ?? [];
}

/** Names a change among all. */
export function unitKey({ interactionId, place }: Unit): string {
  return `${interactionId} ${place}`;
}
