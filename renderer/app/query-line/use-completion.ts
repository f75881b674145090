import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useQueries } from '../../api/query-utils.ts';

/**
 * What can stand at the caret of a query. While an answer is on its way, the one before stays as long as it is
 * about the same place, narrowed by what was typed since.
 */
export function useCompletion(query: string, caret: number, isWanted: boolean) {
  const queries = useQueries();
  const { data, isPlaceholderData } = useQuery({
    ...queries.search.complete.queryOptions({ input: { query, caret } }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    // Questions, models and sources change under it.
    gcTime: 0,
  });
  // An option of another text would go to the wrong place.
  return isPlaceholderData ? undefined : data;
}
