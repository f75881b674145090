import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Edit, Item, ItemSummary } from '../../../shared/contract/item-operations.ts';
import { shownEdit } from '../../../shared/domain/shown-edit.ts';
import { useQueries } from '../../api/query-utils.ts';
import { comparisonOf } from '../../ui/diff/diff-source.ts';
import { comparedPair } from './compared-pair.ts';
import type { Reading } from './reading.ts';

/** Interactions fetched ahead of and behind the open one, so that a step shows within a frame. */
const fetchedAhead = 3;
const fetchedBehind = 1;

/** The open interaction. Its neighbours in the list are fetched and compared while the annotator reads. */
export function useItem(id: string, items: readonly ItemSummary[], index: number, reading: Reading) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const latestReading = useRef(reading);
  useEffect(() => {
    latestReading.current = reading;
  });
  const query = useQuery(queries.items.get.queryOptions({ input: { id } }));

  useEffect(() => {
    if (index < 0) return undefined;
    let isWanted = true;
    const near = items.slice(Math.max(0, index - fetchedBehind), index + fetchedAhead + 1);
    const prepare = async () => {
      // The open one is painted first; asking for others would hold up its frame.
      await painted();
      if (!isWanted) return;
      for (const summary of [...near.slice(fetchedBehind), ...near.slice(0, fetchedBehind)]) {
        const itemQuery = queries.items.get.queryOptions({ input: { id: summary.id } });
        const item = await queryClient.ensureQueryData(itemQuery).catch(() => null);
        await idle();
        if (!isWanted) return;
        const edit = item === null ? null : shownEdit(item);
        if (item === null || edit === null) continue;
        const pair = comparedPair(pairKey(item, edit), item.output, edit.text, latestReading.current);
        comparisonOf(pair.key, pair.output, pair.edit, pair.options);
      }
    };
    void prepare();
    return () => {
      isWanted = false;
    };
  }, [items, index, queries, queryClient]);

  return query;
}

/** The name of a pair among remembered differences. */
export function pairKey(item: Item, edit: Edit | null, against: Edit | null = null): string {
  return `${item.id} ${edit?.id ?? 'none'} ${against?.id ?? 'output'}`;
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 0);
    else requestIdleCallback(() => resolve(), { timeout: 200 });
  });
}
