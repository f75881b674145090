import { useCallback, useMemo } from 'react';
import { useCommands } from '../../../app/key-map.ts';
import type { ReviewList } from '../use-review-list.ts';
import type { ReviewNavigation } from '../use-review-navigation.ts';
import { useStableCallback } from '../use-stable-callback.ts';
import { extended, select, type SelectedLines, selectedLines, useSelectionState } from './selection.ts';

export interface ListSelection {
  readonly lines: SelectedLines | null;
  readonly isAll: boolean;
  readonly clear: () => void;
  readonly label: () => void;
}

export interface SelectionOptions {
  readonly list: ReviewList;
  readonly navigation: ReviewNavigation;
  /** What names the list: its filter or queue. */
  readonly name: string;
  readonly onLabel: () => void;
}

/** The selected interactions of the list, and the keys that select and label them. */
export function useSelection({ list, navigation, name, onLabel }: SelectionOptions): ListSelection {
  const state = useSelectionState();
  const selection = state.list === name ? state.selection : null;
  const { items } = list;
  const lines = useMemo(() => selectedLines(selection, items), [selection, items]);
  const clear = useCallback(() => select(name, null), [name]);
  const extend = useStableCallback((step: 1 | -1) => {
    const next = extended(selection, items, navigation.index, step);
    if (next === null) return;
    select(name, next);
    navigation.open(next.head);
  });
  const label = useStableCallback(onLabel);
  const hasSelection = lines !== null;
  useCommands(
    'review.selection',
    useMemo(() => {
      const group = 'Review';
      return [
        {
          id: 'review.select-next',
          name: 'Select the next interaction too',
          keys: ['Shift+J', 'Shift+ArrowDown'],
          group,
          run: () => extend(1),
        },
        {
          id: 'review.select-previous',
          name: 'Select the one before too',
          keys: ['Shift+ArrowUp'],
          group,
          run: () => extend(-1),
        },
        {
          id: 'review.select-all',
          name: 'Select every interaction of the list',
          keys: ['Mod+A'],
          group,
          run: () => select(name, { kind: 'all' }),
        },
        {
          id: 'review.label-selection',
          name: 'Label the selection',
          keys: ['Shift+B'],
          group,
          enabled: hasSelection,
          run: () => label(),
        },
        {
          id: 'review.clear-selection',
          name: 'Select nothing',
          keys: ['Escape'],
          group,
          enabled: hasSelection,
          run: clear,
        },
      ];
    }, [extend, label, name, clear, hasSelection]),
  );
  const isAll = selection?.kind === 'all';
  return useMemo(() => ({ lines, isAll, clear, label }), [lines, isAll, clear, label]);
}
