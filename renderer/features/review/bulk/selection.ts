import { create } from 'zustand';
import type { ListedItem } from '../use-review-list.ts';

/** Which interactions of the list are selected: those between two of them, or all that the list stands for. */
export type Selection =
  { readonly kind: 'range'; readonly anchor: string; readonly head: string } | { readonly kind: 'all' };

interface SelectionState {
  /** The list it belongs to; of another list it means nothing. */
  readonly list: string;
  readonly selection: Selection | null;
}

export const useSelectionState = create<SelectionState>()(() => ({ list: '', selection: null }));

export function select(list: string, selection: Selection | null): void {
  useSelectionState.setState({ list, selection });
}

/** Indexes of the first and the last selected line; null where none is. */
export interface SelectedLines {
  readonly from: number;
  readonly to: number;
}

export function selectedLines(
  selection: Selection | null,
  items: readonly ListedItem[],
): SelectedLines | null {
  if (selection === null) return null;
  if (selection.kind === 'all') return { from: 0, to: Number.POSITIVE_INFINITY };
  const ends = [selection.anchor, selection.head].map((id) => items.findIndex((item) => item.id === id));
  const [from = -1, to = -1] = ends.toSorted((left, right) => left - right);
  return from < 0 ? null : { from, to };
}

/**
 * The selection after a step with Shift from the open line: it grows or shrinks at its head, or begins at the open line
 * where that is not its head. Null at the list's end.
 */
export function extended(
  selection: Selection | null,
  items: readonly ListedItem[],
  open: number,
  step: 1 | -1,
): Extract<Selection, { kind: 'range' }> | null {
  const current = items[open];
  const next = items[open + step];
  if (current === undefined || next === undefined) return null;
  const goesOn = selection?.kind === 'range' && selection.head === current.id;
  return { kind: 'range', anchor: goesOn ? selection.anchor : current.id, head: next.id };
}
