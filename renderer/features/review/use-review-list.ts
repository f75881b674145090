import { type InfiniteData, type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Item, ItemSummary } from '../../../shared/contract/item-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { isDone } from '../../../shared/domain/schema/visible-questions.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { updatedSummary } from './answers.ts';

/** Interactions per page of the list. */
const pageSize = 100;

/** The list asks for its next page when the open interaction is this near to the end of what is loaded. */
const fetchAhead = 20;

type PageParam =
  { readonly kind: 'start' } | { readonly kind: 'around' | 'after' | 'before'; readonly id: string };

/** A line of the list; in a queue it says whether the annotator is done with it. */
export type ListedItem = ItemSummary & { readonly done?: boolean; readonly skipped?: boolean };

interface Page {
  readonly items: readonly ListedItem[];
  readonly nextAfter: string | null;
  readonly previousBefore: string | null;
}

export interface ReviewListQuestion {
  /** Id of the queue whose interactions are listed in its order; null: those of the filter in import order. */
  readonly queue: string | null;
  readonly filter: Filter;
  readonly annotator: string;
  /** The interaction the list opens at; null: its start. */
  readonly anchor: string | null;
}

export interface ReviewList {
  readonly items: readonly ListedItem[];
  /** Position of the first loaded item among all that match; null where the list was opened in its middle. */
  readonly firstPosition: number | null;
  readonly hasEnd: boolean;
  readonly status: 'pending' | 'error' | 'success';
  readonly error: unknown;
  readonly loadNext: () => Promise<readonly ListedItem[]>;
  readonly loadPrevious: () => void;
  readonly reload: () => void;
}

const listKey = 'review-list';

/**
 * The interactions under a filter, page by page in both directions. It is a queue: an interaction that stops
 * matching because it was just labelled keeps its place until the list is loaded anew, so nothing moves under the
 * annotator's hands. That is why it stays out of the refetches that the engine's events cause.
 */
export function useReviewList({ queue, filter, annotator, anchor }: ReviewListQuestion): ReviewList {
  const client = useClient();
  const queryClient = useQueryClient();
  const queryKey = useMemo(
    () => [listKey, queue, filter, annotator, anchor],
    [queue, filter, annotator, anchor],
  );
  const first: PageParam = anchor === null ? { kind: 'start' } : { kind: 'around', id: anchor };
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(client, { queue, filter, annotator }, pageParam, signal),
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
export function updateLists(
  queryClient: QueryClient,
  schema: LabelSchema,
  item: Item,
  annotator: string,
): void {
  changeListed(queryClient, item.id, (listed) => {
    const updated = { ...listed, ...updatedSummary(listed, item, annotator) };
    if (listed.done === undefined) return updated;
    return { ...updated, done: listed.skipped === true || isDone(schema, updated.answers) };
  });
}

/** Says in every loaded list that an interaction of a queue was skipped, or is not any more. */
export function markSkipped(queryClient: QueryClient, id: string, skipped: boolean): void {
  changeListed(queryClient, id, (listed) => ({ ...listed, skipped, done: skipped }));
}

function changeListed(
  queryClient: QueryClient,
  id: string,
  change: (listed: ListedItem) => ListedItem,
): void {
  queryClient.setQueriesData<InfiniteData<Page>>({ queryKey: [listKey] }, (data) => {
    const pages = data?.pages.map((page) => {
      const index = page.items.findIndex((listed) => listed.id === id);
      const listed = page.items[index];
      return listed === undefined ? page : { ...page, items: page.items.with(index, change(listed)) };
    });
    return data === undefined || pages === undefined ? data : { ...data, pages };
  });
}

/**
 * Reads every line of the loaded lists anew where it stands, after an act on many interactions. A queue's order does not
 * hang on labels, so it is simply fetched again; of a filter's list the lines keep their places also where they stop
 * matching.
 */
export async function refreshLists(
  queryClient: QueryClient,
  client: Client,
  { queue, annotator }: Pick<ReviewListQuestion, 'queue' | 'annotator'>,
): Promise<void> {
  if (queue !== null) return queryClient.invalidateQueries({ queryKey: [listKey, queue] });
  const lists = queryClient.getQueriesData<InfiniteData<Page>>({ queryKey: [listKey] });
  const ids = lists.flatMap(([, data]) => data?.pages.map(({ items }) => items.map(({ id }) => id)) ?? []);
  const named = annotator === '' ? {} : { annotator };
  const pages = await Promise.all(ids.map(async (of) => client.items.summaries({ ids: of, ...named })));
  const fresh = new Map(pages.flat().map((summary) => [summary.id, summary]));
  queryClient.setQueriesData<InfiniteData<Page>>({ queryKey: [listKey] }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((listed) => fresh.get(listed.id) ?? listed),
          })),
        },
  );
}

async function fetchPage(
  client: Client,
  { queue, filter, annotator }: Omit<ReviewListQuestion, 'anchor'>,
  param: PageParam,
  signal: AbortSignal,
): Promise<Page> {
  const named = annotator === '' ? {} : { annotator };
  const list = async (range: { readonly after?: string; readonly before?: string }): Promise<Page> => {
    if (queue !== null)
      return client.queues.items({ queue, limit: pageSize, ...named, ...range }, { signal });
    return client.items.list({ filter: [...filter], limit: pageSize, ...named, ...range }, { signal });
  };
  const neighbours = async (id: string) =>
    queue === null
      ? client.items.neighbours({ filter: [...filter], id, count: fetchAhead }, { signal })
      : client.queues.neighbours({ queue, id, count: fetchAhead, ...named }, { signal });
  if (param.kind === 'after') return list({ after: param.id });
  if (param.kind === 'before') return list({ before: param.id });
  if (param.kind === 'start') return list({});
  const previous = await neighbours(param.id).then((found) => found.previous, noneIfGone);
  // Nearest first: the page begins behind the farthest of them, or at the start where there are no more.
  const start = previous[fetchAhead - 1];
  return list(start === undefined ? {} : { after: start });
}

/** An interaction that went with its import has no place; the list then begins at its start. */
function noneIfGone(error: unknown): readonly string[] {
  if (failureOf(error).code === 'ITEM_NOT_FOUND') return [];
  throw error;
}
