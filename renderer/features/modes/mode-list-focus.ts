import { type ModeRow, proposalsKey } from './mode-rows.ts';

/** Height of a row in pixels. */
export const rowSize = 46;

/** Rows that can be opened: a heading has no page. */
export function visibleRowsOf(seen: readonly ModeRow[]): ModeRow[] {
  return seen.filter(({ key }) => key !== proposalsKey);
}

/** Gives a row the focus; one that is out of sight is drawn first. `index` is its place among all rows that are seen. */
export function focusRow(key: string, index: number): void {
  const find = () => document.querySelector<HTMLElement>(`[data-mode-list] [data-key="${CSS.escape(key)}"]`);
  const drawn = find();
  if (drawn !== null) return drawn.focus();
  const tree = document.querySelector<HTMLElement>('[data-mode-list] [role=treegrid]');
  if (tree === null) return undefined;
  tree.scrollTop = Math.max(0, index * rowSize - tree.clientHeight / 2);
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
  return undefined;
}
