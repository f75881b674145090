import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { CodingNote, CodingNotes } from '../../../../shared/contract/coding-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';

export interface Notes {
  readonly notes: readonly CodingNote[];
  readonly groups: CodingNotes['groups'];
  /** Null while it is not known. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly loadMore: () => void;
  /** Takes notes out of what is shown at once, until `show` is called: they are on their way to another list. */
  readonly hide: (keys: ReadonlySet<string>) => void;
  readonly show: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Notes that are in no group, or those that are in one, page by page. */
export function useNotes(grouped: boolean): Notes {
  const queries = useQueries();
  const [hidden, setHidden] = useState(none);
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery(
    queries.coding.notes.infiniteOptions({
      input: (after: string | undefined) => ({ grouped, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextAfter ?? undefined,
    }),
  );
  const notes = useMemo(
    () => data?.pages.flatMap((page) => page.notes.filter(({ key }) => !hidden.has(key))) ?? [],
    [data, hidden],
  );
  const total = data?.pages[0]?.total ?? null;
  return {
    notes,
    groups: data?.pages[0]?.groups ?? [],
    total: total === null ? null : Math.max(0, total - hidden.size),
    error,
    isPending,
    loadMore: useCallback(() => {
      if (hasNextPage) void fetchNextPage({ cancelRefetch: false });
    }, [hasNextPage, fetchNextPage]),
    hide: setHidden,
    show: useCallback(() => setHidden(none), []),
  };
}
