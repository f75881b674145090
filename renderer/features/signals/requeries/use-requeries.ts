import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Requery } from '../../../../shared/contract/signal-operations.ts';
import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import { useClient, useQueries } from '../../../api/query-utils.ts';

export type SignalsRequeryList = Awaited<ReturnType<Client['signals']['requeries']>>;

export const shownPairs = ['unjudged', 'found', 'judged', 'all'] as const;
export type ShownPairs = (typeof shownPairs)[number];

export type Verdict = Requery['verdict'];

/** What is found under some settings, and what was judged. Keeps the last while it counts. */
export function useRequeryCounts(settings: SignalSettings['requery'] | undefined) {
  const queries = useQueries();
  return useQuery({
    ...queries.signals.requeries.queryOptions({
      input: { show: 'judged', limit: 1, ...(settings === undefined ? {} : { settings }) },
    }),
    enabled: settings !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Pairs at a time. */
const pagePairs = 50;

/**
 * Pairs to be judged, as they were when they were asked for: neither a verdict nor another setting may take a pair away from
 * under the hand of who judges.
 */
export function useRequeryPairs(
  show: ShownPairs,
  settings: SignalSettings['requery'] | undefined,
  candidates: number | undefined,
) {
  const client = useClient();
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  // The first pairs may be found while the screen is open.
  const queryKey = ['requery-pairs', show, round, candidates === 0];
  const listed = useQuery({
    queryKey,
    queryFn: async () =>
      client.signals.requeries({ show, limit: pagePairs, ...(settings === undefined ? {} : { settings }) }),
    enabled: settings !== undefined && candidates !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  return {
    pairs: listed.data?.items,
    error: listed.error,
    isLoading: listed.isPending,
    /** Asks for the pairs that tell most now. */
    askAgain: () => setRound(round + 1),
    /** Shows what was said of a pair. */
    showVerdict: (pair: Requery, verdict: Verdict) =>
      queryClient.setQueryData<SignalsRequeryList>(queryKey, (list) =>
        list === undefined
          ? list
          : {
              ...list,
              items: list.items.map((one) =>
                one.id === pair.id && one.earlierId === pair.earlierId ? { ...one, verdict } : one,
              ),
            },
      ),
  };
}
