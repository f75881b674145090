import { useQuery } from '@tanstack/react-query';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { useQueries } from '../../api/query-utils.ts';

/** How many interactions match and how far they are labelled; the figures before stay until new ones are there. */
export function useListCount(filter: Filter, annotator: string, isWanted = true) {
  const queries = useQueries();
  const input = { filter: [...filter], ...(annotator === '' ? {} : { annotator }) };
  return useQuery({
    ...queries.items.count.queryOptions({ input }),
    enabled: isWanted,
    placeholderData: (previous) => previous,
  }).data;
}
