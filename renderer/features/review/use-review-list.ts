import { type InfiniteData, type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Item, ItemSummary } from '../../../shared/contract/item-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { updatedSummary } from './answers.ts';

/** Interactions per page of the list. */
const pageSize = 100;

/** The list asks for its next page when the open interaction is this near to the end of what is loaded. */
const fetchAhead = 20;

type PageParam =
  { readonly kind: 'start' } | { readonly kind: 'around' | 'after' | 'before'; readonly id: string };

type Page = Awaited<ReturnType<Client['items']['list']>>;

export interface ReviewListQuestion {
  readonly filter: Filter;
  readonly annotator: string;
  /** The interaction the list opens at; null: its start. */
  readonly anchor: string | null;
}

export interface ReviewList {
  readonly items: readonly ItemSummary[];
  /** Position of the first loaded item among all that match; null where the list was opened in its middle. */
  readonly firstPosition: number | null;
  readonly hasEnd: boolean;
  readonly status: 'pending' | 'error' | 'success';
  readonly error: unknown;
  readonly loadNext: () => Promise<readonly ItemSummary[]>;
  readonly loadPrevious: () => void;
  readonly reload: () => void;
}

const listKey = 'review-list';

/**
 * The interactions under a filter, page by page in both directions. It is a queue: an interaction that stops
 * matching because it was just labelled keeps its place until the list is loaded anew, so nothing moves under the
 * annotator's hands. That is why it stays out of the refetches that the engine's events cause.
 */
export function useReviewList({ filter, annotator, anchor }: ReviewListQuestion): ReviewList {
  const client = useClient();
  const queryClient = useQueryClient();
  const queryKey = useMemo(() => [listKey, filter, annotator, anchor], [filter, annotator, anchor]);
  const first: PageParam = anchor === null ? { kind: 'start' } : { kind: 'around', id: anchor };
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(client, { filter, annotator }, pageParam, signal),
    // Left, it is forgotten: coming back after an import shows what the import brought.
    gcTime: 0,
    initialPageParam: first,
    getNextPageParam: (page: Page): PageParam | null =>
      page.nextAfter === null ? null : { kind: 'after', id: page.nextAfter },
    getPreviousPageParam: (page: Page): PageParam | null =>
      page.previousBefore === null ? null : { kind: 'before', id: page.previousBefore },
  });
  const { data, hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage, isFetchingPreviousPage } =
    query;

  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const loadNext = useCallback(async () => {
    if (!hasNextPage) return [];
    const result = await fetchNextPage({ cancelRefetch: false });
    return result.data?.pages.flatMap((page) => page.items) ?? [];
  }, [hasNextPage, fetchNextPage]);
  const loadPrevious = useCallback(() => {
    if (hasPreviousPage && !isFetchingPreviousPage) void fetchPreviousPage();
  }, [hasPreviousPage, isFetchingPreviousPage, fetchPreviousPage]);
  const reload = useCallback(
    () => void queryClient.resetQueries({ queryKey, exact: true }),
    [queryClient, queryKey],
  );

  const { status, error } = query;
  return useMemo(
    () => ({
      items,
      firstPosition: hasPreviousPage ? null : 0,
      hasEnd: !hasNextPage,
      status,
      error,
      loadNext,
      loadPrevious,
      reload,
    }),
    [items, hasPreviousPage, hasNextPage, status, error, loadNext, loadPrevious, reload],
  );
}

/** True where the item at `index` is so near to the end of the loaded items that the next page should come now. */
export function isNearEnd(list: ReviewList, index: number): boolean {
  return !list.hasEnd && index >= list.items.length - fetchAhead;
}

/** Brings an item as the engine answered it into every loaded list. */
export function updateLists(queryClient: QueryClient, item: Item, annotator: string): void {
  queryClient.setQueriesData<InfiniteData<Page>>({ queryKey: [listKey] }, (data) => {
    const pages = data?.pages.map((page) => {
      const index = page.items.findIndex((summary) => summary.id === item.id);
      const summary = page.items[index];
      if (summary === undefined) return page;
      return { ...page, items: page.items.with(index, updatedSummary(summary, item, annotator)) };
    });
    return data === undefined || pages === undefined ? data : { ...data, pages };
  });
}

async function fetchPage(
  client: Client,
  { filter, annotator }: Omit<ReviewListQuestion, 'anchor'>,
  param: PageParam,
  signal: AbortSignal,
): Promise<Page> {
  const question = { filter: [...filter], limit: pageSize, ...(annotator === '' ? {} : { annotator }) };
  if (param.kind === 'after') return client.items.list({ ...question, after: param.id }, { signal });
  if (param.kind === 'before') return client.items.list({ ...question, before: param.id }, { signal });
  if (param.kind === 'start') return client.items.list(question, { signal });
  const previous = await client.items
    .neighbours({ filter: [...filter], id: param.id, count: fetchAhead }, { signal })
    .then((neighbours) => neighbours.previous, noneIfGone);
  // Nearest first: the page begins behind the farthest of them, or at the start where there are no more.
  const start = previous[fetchAhead - 1];
  return client.items.list(start === undefined ? question : { ...question, after: start }, { signal });
}

/** An interaction that went with its import has no place; the list then begins at its start. */
function noneIfGone(error: unknown): readonly string[] {
  if (failureOf(error).code === 'ITEM_NOT_FOUND') return [];
  throw error;
}
