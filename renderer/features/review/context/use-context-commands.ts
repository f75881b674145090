import { useMemo } from 'react';
import { failureOf } from '../../../api/failure.ts';
import { type Command, useCommands } from '../../../app/key-map.ts';
import { announce } from '../review-state.ts';
import { useStableCallback } from '../use-stable-callback.ts';
import { focusNextSection } from './context-section.tsx';
import { followTrailBack, leaveTrail } from './trail.ts';
import { useFetchSession } from './use-context-queries.ts';

export interface ContextKeys {
  readonly itemId: string;
  /** False while the edit is being written. */
  readonly isReading: boolean;
  readonly openContext: () => void;
  /** Opens an interaction, stable. */
  readonly open: (id: string) => void;
}

/**
 * The keys of what is around an interaction. Returns the function that opens another one such that the way back is
 * remembered.
 */
export function useContextCommands(keys: ContextKeys): (id: string) => void {
  const { itemId, isReading, openContext, open } = keys;
  const fetchSession = useFetchSession();
  const visit = useStableCallback((id: string) => {
    leaveTrail(itemId);
    open(id);
  });
  const step = useStableCallback(async (by: 1 | -1) => {
    try {
      const { items } = await fetchSession(itemId);
      const target = items[items.findIndex(({ id }) => id === itemId) + by];
      if (target !== undefined && items.length > 0) return visit(target.id);
      announce(items.length === 0 ? 'This interaction belongs to no session.' : endOfSession[by]);
    } catch (error) {
      announce(failureOf(error).message);
    }
  });
  const back = useStableCallback(() => {
    const id = followTrailBack(itemId);
    if (id === null) announce('There is nothing to go back to.');
    else open(id);
  });
  const nextSection = useStableCallback(() => {
    openContext();
    // The pane may have to be drawn first.
    requestAnimationFrame(focusNextSection);
  });

  const commands = useMemo((): Command[] => {
    const on = (id: string, name: string, key: string, run: () => void): Command => ({
      id: `review.${id}`,
      name,
      keys: [key],
      group: 'Context',
      enabled: isReading,
      run,
    });
    return [
      on('session.next', 'Next interaction of the session', 'Alt+ArrowDown', () => void step(1)),
      on('session.previous', 'Previous interaction of the session', 'Alt+ArrowUp', () => void step(-1)),
      on('back', 'Back to the interaction before', 'Backspace', back),
      on('context.section', 'Go to the next part of the context', 'Shift+D', nextSection),
    ];
  }, [isReading, step, back, nextSection]);
  useCommands('review.context', commands);
  return visit;
}

const endOfSession = {
  1: 'This was the last interaction of its session.',
  [-1]: 'This was the first interaction of its session.',
} as const;
