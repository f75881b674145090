import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { HistoryStep } from '../../../shared/contract/review-operations.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';

export interface ResolvingInput {
  readonly id: string;
  readonly annotator: string;
  readonly question: string;
  readonly value: LabelValue | null;
  readonly note: string;
}

export interface Resolving {
  /** True when the engine has it on disk. */
  readonly resolve: (input: ResolvingInput) => Promise<boolean>;
  readonly step: (which: 'undo' | 'redo', annotator: string) => Promise<HistoryStep | null>;
  /** The last resolution that could not be saved; null after one that was. */
  readonly failed: { readonly id: string; readonly message: string } | null;
}

/** Sends what the adjudicator does to the engine, one act after the other: their order is what undo goes by. */
export function useResolving(): Resolving {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [failed, setFailed] = useState<Resolving['failed']>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const inTurn = useCallback(async <T>(send: () => Promise<T>): Promise<T> => {
    const result = last.current.then(send);
    last.current = result.catch(() => undefined);
    return result;
  }, []);
  const show = useCallback(
    (item: Item) => queryClient.setQueryData(queries.items.get.queryKey({ input: { id: item.id } }), item),
    [queryClient, queries],
  );

  const resolve = useCallback(
    async ({ note, ...input }: ResolvingInput) => {
      try {
        const trimmed = note.trim();
        show(
          await inTurn(() =>
            client.review.resolve({ ...input, ...(trimmed === '' ? {} : { note: trimmed }) }),
          ),
        );
        setFailed(null);
        return true;
      } catch (error) {
        setFailed({ id: input.id, message: failureOf(error).message });
        return false;
      }
    },
    [client, inTurn, show],
  );
  const step = useCallback(
    async (which: 'undo' | 'redo', annotator: string) => {
      try {
        const done = await inTurn(() => client.review[which]({ annotator }));
        if (done.item !== null) show(done.item);
        showToast(`${which === 'undo' ? 'Undone' : 'Redone'}: ${done.description}`);
        return done;
      } catch (error) {
        showToast(failureOf(error).message);
        return null;
      }
    },
    [client, inTurn, show],
  );
  return { resolve, step, failed };
}
