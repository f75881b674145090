import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { formatMoment } from '../../ui/format.ts';

/** Whose edit it is. */
export function editorName(edit: Edit, annotator: string): string {
  if (edit.origin === 'app' && edit.annotator === annotator) return 'yours';
  // In blind review it is not said who made an edit here.
  return edit.annotator ?? (edit.origin === 'import' ? 'from the import' : 'made here');
}

/** Who made an edit and when, as the head of its text says it; the output and its model where there is no edit. */
export function sideTitle(item: Item, edit: Edit | null, annotator: string): string {
  if (edit === null) return item.model === null ? 'Output' : `Output · ${item.model}`;
  const name = editorName(edit, annotator);
  return `Edit · ${edit.at === null ? name : `${name}, ${formatMoment(edit.at)}`}`;
}
