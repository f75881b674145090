import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { isToDecide, type WeeklyState, weeklyStates } from '../../../shared/domain/weekly/weekly-words.ts';

export interface WeeklyGroup {
  readonly state: WeeklyState;
  readonly rows: readonly WeeklyRow[];
}

/** The groups of the list, those without a row left out. */
export function groupsOf(rows: readonly WeeklyRow[]): WeeklyGroup[] {
  return weeklyStates
    .map((state) => ({ state, rows: rows.filter((row) => row.state === state) }))
    .filter((group) => group.rows.length > 0);
}

/** How many of those that ask for a decision have one. */
export function progressOf(rows: readonly WeeklyRow[]): { readonly decided: number; readonly of: number } {
  const asked = rows.filter(({ state, decision }) => isToDecide(state) || decision !== null);
  return { decided: asked.filter(({ decision }) => decision !== null).length, of: asked.length };
}

/** Where the keys go to: the row with this id, else the first. */
export function placeOf(rows: readonly WeeklyRow[], about: string | null): number {
  const place = rows.findIndex(({ subject }) => subject.id === about);
  return Math.max(0, place);
}
