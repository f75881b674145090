import type { AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import { sideLengths } from './diff-blocks.ts';

/** A stretch of the minimap; shares of its height. */
export interface MinimapMark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'removed' | 'added' | 'changed' | 'moved';
}

/** The minimap is cut into so many places; changes nearer to each other than that are one mark. */
const places = 240;

/** Characters that a line of the view holds, roughly: what makes a long row higher than a short one. */
const lineLength = 60;

/** Shorter texts, in lines, are in view as a whole. */
const leastLines = 36;

/** Where the changes of a text are, from its rows; nothing for a short text. */
export function minimapMarks(rows: readonly AlignedRow[]): readonly MinimapMark[] {
  const heights = rows.map((row) => {
    const { left, right } = sideLengths(row);
    return Math.max(1, Math.ceil(Math.max(left, right) / lineLength));
  });
  const total = heights.reduce((sum, height) => sum + height, 0);
  if (total < leastLines) return [];
  const kinds = Array.from<MinimapMark['kind'] | undefined>({ length: places });
  let position = 0;
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 0;
    if (row.changeIds.length > 0) {
      const kind = kindOf(row);
      const end = Math.max(placeOf(position, total) + 1, placeOf(position + height, total));
      for (let place = placeOf(position, total); place < end && place < places; place++)
        kinds[place] = kinds[place] === undefined || kinds[place] === kind ? kind : 'changed';
    }
    position += height;
  }
  return joined(kinds);
}

function placeOf(position: number, total: number): number {
  return Math.floor((position * places) / total);
}

function kindOf({ left, right }: AlignedRow): MinimapMark['kind'] {
  const changed = left.concat(right).filter(({ changeId }) => changeId !== null);
  if (changed.some(({ pieces }) => pieces.some(({ moved }) => moved !== undefined))) return 'moved';
  const hasRemoved = left.some(({ changeId, text }) => changeId !== null && text !== '');
  const hasAdded = right.some(({ changeId, text }) => changeId !== null && text !== '');
  return hasRemoved && hasAdded ? 'changed' : hasRemoved ? 'removed' : 'added';
}

function joined(kinds: readonly (MinimapMark['kind'] | undefined)[]): MinimapMark[] {
  const marks: MinimapMark[] = [];
  for (let start = 0; start < kinds.length;) {
    const kind = kinds[start];
    let end = start + 1;
    while (end < kinds.length && kinds[end] === kind) end++;
    if (kind !== undefined) marks.push({ start: start / places, end: end / places, kind });
    start = end;
  }
  return marks;
}
