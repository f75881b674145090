import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useClient } from '../../api/query-utils.ts';

const pageSize = 100;

export interface DisagreementList {
  readonly ids: readonly string[];
  readonly status: 'pending' | 'error' | 'success';
  readonly error: unknown;
  readonly hasMore: boolean;
  /** Everything known after the next page, or what is known where there is none. */
  readonly loadNext: () => Promise<readonly string[]>;
  /** Begins anew, with what is open now. */
  readonly reload: () => Promise<void>;
}

/**
 * The open disagreements on a question, the most disagreement first. What is resolved keeps its place until the list
 * is loaded anew, so that nothing moves under the adjudicator's hands and the way back is there.
 */
export function useDisagreements(question: string): DisagreementList {
  const client = useClient();
  const queryClient = useQueryClient();
  const queryKey = useMemo(() => ['disagreements', question], [question]);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      client.review.disagreements(
        { question, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    gcTime: 0,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextAfter,
  });
  const { data, status, error, hasNextPage, fetchNextPage } = query;
  const ids = useMemo(() => data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [], [data]);
  const loadNext = useCallback(async () => {
    if (!hasNextPage) return ids;
    const next = await fetchNextPage({ cancelRefetch: false });
    return next.data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? ids;
  }, [hasNextPage, fetchNextPage, ids]);
  const reload = useCallback(
    async () => queryClient.resetQueries({ queryKey, exact: true }),
    [queryClient, queryKey],
  );
  return { ids, status, error, hasMore: hasNextPage, loadNext, reload };
}
