import type { MouseEvent } from 'react';

/** Tells the id of the change, or of the other end of the move, that was clicked; text being selected is no click. */
export function selectClickedChange(event: MouseEvent, onSelect: (changeId: string) => void): void {
  if (!(event.target instanceof Element)) return;
  const otherEnd = event.target.closest('[data-other-end]')?.getAttribute('data-other-end');
  const id = otherEnd ?? event.target.closest('[data-change]')?.getAttribute('data-change');
  if (id && getSelection()?.isCollapsed !== false) onSelect(id);
}
