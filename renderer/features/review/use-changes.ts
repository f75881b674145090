import { useCallback, useMemo, useState } from 'react';
import { useStableCallback } from './use-stable-callback.ts';

export interface ChangeCursor {
  readonly currentId: string | null;
  /** Position of the current change counted from 1; 0 before the first step. */
  readonly position: number;
  readonly count: number;
  readonly next: () => void;
  readonly previous: () => void;
  /** Goes to where the text that moved in the current change went, or came from; null where none did. */
  readonly otherEnd: (() => void) | null;
  readonly select: (changeId: string) => void;
  /** Selects none. */
  readonly leave: () => void;
}

/** What is walked through: anything with ids in text order, and what moved between them. */
export interface Walk {
  readonly changes: readonly { readonly id: string }[];
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** Walking from change to change of one pair; after the last comes the first. `pair` names the pair. */
export function useChanges(pair: string, diff: Walk | null): ChangeCursor {
  const [current, setCurrent] = useState<{ readonly pair: string; readonly id: string } | null>(null);
  const changes = diff?.changes ?? [];
  const currentId = current?.pair === pair ? current.id : null;
  const index = currentId === null ? -1 : changes.findIndex((change) => change.id === currentId);
  const goTo = (target: number) => {
    const change = changes.at(target % Math.max(1, changes.length));
    if (change !== undefined) setCurrent({ pair, id: change.id });
  };
  const select = useCallback((id: string) => setCurrent({ pair, id }), [pair]);
  const leave = useCallback(() => setCurrent(null), []);
  const next = useStableCallback(() => goTo(index + 1));
  const previous = useStableCallback(() => goTo(index < 0 ? -1 : index - 1));
  const move = diff?.moves.find(({ from, to }) => from === currentId || to === currentId);
  const otherId = move === undefined ? null : move.from === currentId ? move.to : move.from;
  const count = changes.length;
  return useMemo(
    () => ({
      currentId,
      position: index + 1,
      count,
      next,
      previous,
      otherEnd: otherId === null ? null : () => select(otherId),
      select,
      leave,
    }),
    [currentId, index, count, next, previous, otherId, select, leave],
  );
}
