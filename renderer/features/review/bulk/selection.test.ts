import { describe, expect, it } from 'vitest';
import type { ListedItem } from '../use-review-list.ts';
import { extended, type Selection, selectedLines } from './selection.ts';

const items: ListedItem[] = Array.from({ length: 6 }, (_, index) => ({
  id: `item-${index}`,
  input: '',
  output: '',
  edited: false,
  labelled: false,
  answers: {},
  sourceId: 'source',
  createdAt: null,
}));

/** Steps with Shift from line 2; what is selected after each. */
function walk(...steps: readonly (1 | -1)[]) {
  let selection: Selection | null = null;
  let open = 2;
  return steps.map((step) => {
    const next = extended(selection, items, open, step);
    if (next !== null) {
      selection = next;
      open += step;
    }
    const lines = selectedLines(selection, items);
    return lines === null ? 'none' : `${lines.from}-${lines.to}`;
  });
}

describe('a selection by Shift', () => {
  it('grows away from where it began, shrinks towards it and goes over to the other side', () => {
    expect(walk(1, 1, -1, -1, -1)).toEqual(['2-3', '2-4', '2-3', '2-2', '1-2']);
  });

  it('stops at the ends of the list', () => {
    expect(walk(-1, -1, -1)).toEqual(['1-2', '0-2', '0-2']);
  });

  it('begins anew where the open line is not its head', () => {
    const selection: Selection = { kind: 'range', anchor: 'item-0', head: 'item-1' };
    expect(extended(selection, items, 4, 1)).toEqual({ kind: 'range', anchor: 'item-4', head: 'item-5' });
    expect(extended({ kind: 'all' }, items, 0, 1)).toEqual({
      kind: 'range',
      anchor: 'item-0',
      head: 'item-1',
    });
  });

  it('is none where its lines are not in the list any more', () => {
    expect(selectedLines({ kind: 'range', anchor: 'item-0', head: 'gone' }, items)).toBeNull();
  });
});
