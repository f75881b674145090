import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useAppState } from '../../state/app-state.ts';
import { showToast } from '../../state/toasts.ts';

export type Send<Result> = (client: Client, annotator: string) => Promise<Result>;

export interface ModeActs {
  /** Sends what a person does; null where it could not be done. Says in a word what was done. */
  readonly act: <Result>(send: Send<Result>, said: string) => Promise<Result | null>;
  readonly step: (which: 'undo' | 'redo') => Promise<void>;
  /** Why the last act could not be done; null after one that was. */
  readonly failure: string | null;
  readonly putAway: () => void;
  /** Grows with every undo and redo: what is shown of acts before may not stand any more. */
  readonly steps: number;
}

/** Sends what people do with failure modes, one act after the other: their order is what undo goes by. */
export function useModeActs(): ModeActs {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const annotator = useSettings().settings?.annotator ?? '';
  const show = useAppState((state) => state.show);
  const [failure, setFailure] = useState<string | null>(null);
  const [steps, setSteps] = useState(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const inTurn = useCallback(async <Result>(send: () => Promise<Result>): Promise<Result> => {
    const result = last.current.then(send);
    last.current = result.catch(() => undefined);
    return result;
  }, []);

  const act = useCallback(
    async <Result>(send: Send<Result>, said: string): Promise<Result | null> => {
      if (annotator === '') {
        show('annotator');
        return null;
      }
      try {
        const result = await inTurn(() => send(client, annotator));
        setFailure(null);
        if (said !== '') showToast(said);
        // The figures come when they are counted; nobody waits for them.
        for (const stale of [queries.modes.list, queries.modes.get, queries.clusters.list])
          void queryClient.invalidateQueries({ queryKey: stale.key() });
        return result;
      } catch (error) {
        setFailure(failureOf(error).message);
        return null;
      }
    },
    [annotator, client, inTurn, queries, queryClient, show],
  );

  const step = useCallback(
    async (which: 'undo' | 'redo') => {
      const done = await act((engine, name) => engine.modes[which]({ annotator: name }), '');
      if (done === null) return;
      showToast(`${which === 'undo' ? 'Undone' : 'Redone'}: ${done.description}`);
      setSteps((before) => before + 1);
    },
    [act],
  );
  const putAway = useCallback(() => setFailure(null), []);
  return useMemo(() => ({ act, step, failure, putAway, steps }), [act, step, failure, putAway, steps]);
}
