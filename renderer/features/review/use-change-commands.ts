import { useMemo } from 'react';
import { type Command, useCommands } from '../../app/key-map.ts';
import type { ChangeActs } from './use-change-acts.ts';

export interface ChangeKeys {
  readonly acts: ChangeActs;
  /** False while the edit is being written. */
  readonly isReading: boolean;
  readonly hasEdit: boolean;
  readonly hasCurrent: boolean;
  /** Leaves the change that is selected. Stable, as the acts are. */
  readonly leave: () => void;
}

/** The keys of single changes and of keeping what is shown. */
export function useChangeCommands({ acts, isReading, hasEdit, hasCurrent, leave }: ChangeKeys): void {
  const { revert, accept, keep } = acts;
  const commands = useMemo((): Command[] => {
    const on = (
      id: string,
      name: string,
      keys: readonly string[],
      run: () => void,
      isEnabled: boolean,
    ): Command => ({
      id: `review.change.${id}`,
      name,
      keys,
      group: 'Edit',
      enabled: isReading && isEnabled,
      run,
    });
    return [
      on('revert', 'Revert the change', ['x'], revert, hasCurrent),
      on('accept', 'Accept the change again', ['Shift+A'], accept, hasCurrent),
      on('keep', 'Keep what is shown as my edit', ['Mod+Enter'], keep, hasEdit),
      on('leave', 'Leave the change', ['Escape'], leave, hasCurrent),
    ];
  }, [revert, accept, keep, leave, isReading, hasEdit, hasCurrent]);
  useCommands('review.change', commands);
}
