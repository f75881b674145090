import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import { useClient } from '../../api/query-utils.ts';

const pageSize = 100;

type Page = Awaited<ReturnType<Client['review']['disagreements']>>;

export interface DisagreementList {
  readonly ids: readonly string[];
  readonly status: 'pending' | 'error' | 'success';
  readonly error: unknown;
  readonly hasMore: boolean;
  /** Everything known after the next page, or what is known where there is none. */
  readonly loadNext: () => Promise<readonly string[]>;
  /** Begins anew, with what is open now; the first of it. */
  readonly reload: () => Promise<readonly string[]>;
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
  const ids = useMemo(() => idsOf(data), [data]);
  const loadNext = useCallback(async () => {
    if (!hasNextPage) return ids;
    const next = await fetchNextPage({ cancelRefetch: false });
    return idsOf(next.data);
  }, [hasNextPage, fetchNextPage, ids]);
  const reload = useCallback(async () => {
    await queryClient.resetQueries({ queryKey, exact: true });
    return idsOf(queryClient.getQueryData<InfiniteData<Page>>(queryKey));
  }, [queryClient, queryKey]);
  return { ids, status, error, hasMore: hasNextPage, loadNext, reload };
}

function idsOf(data: InfiniteData<Page> | undefined): readonly string[] {
  return data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
}
