import { create } from 'zustand';
import type { ModeDefinition } from '../../../shared/contract/cluster-operations.ts';

export const shapes = ['tree', 'list'] as const;
export type Shape = (typeof shapes)[number];

export const sorts = ['changes', 'name', 'severity', 'status', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export const orders = ['typical', 'borderline', 'newest'] as const;
export type Order = (typeof orders)[number];

export type Status = ModeDefinition['status'];

export const statuses = [
  'open',
  'fixing',
  'fixed',
  'accepted',
  'ignored',
] as const satisfies readonly Status[];

/** Null: every status. */
export const statusFilters: readonly (Status | null)[] = [null, ...statuses];

interface ModesState {
  readonly shape: Shape;
  readonly sort: Sort;
  /** Null: of every status. */
  readonly status: Status | null;
  /** Rows that are folded; the others show what is below them. */
  readonly folded: ReadonlySet<string>;
  readonly order: Order;
}

/** How the list and the examples were left. */
export const useModesState = create<ModesState>()(() => ({
  shape: 'tree',
  sort: 'changes',
  status: null,
  folded: new Set<string>(),
  order: 'typical',
}));

export function setModesState(part: Partial<ModesState>): void {
  useModesState.setState(part);
}

export function setFolded(key: string, isFolded: boolean): void {
  useModesState.setState(({ folded }) => {
    const next = new Set(folded);
    if (isFolded) next.add(key);
    else next.delete(key);
    return { folded: next };
  });
}

/** The one behind this one, and after the last the first. */
export function following<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}
