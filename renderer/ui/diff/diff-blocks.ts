import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';

/** A run of rows shown as they are, or a run of unchanged rows folded behind a button. Row indexes, `end` exclusive. */
export interface RowBlock {
  readonly kind: 'rows' | 'fold';
  readonly start: number;
  readonly end: number;
}

/** Unchanged rows kept on each side of a changed one, so that a change is never read without its surroundings. */
const contextRows = 1;

/** Fewer unchanged rows than this are shown: a button in their place would be no shorter. */
const shortestFold = 2;

/**
 * Cuts rows into shown and folded runs for the changes-only mode. Without any change everything is shown, because
 * a view of nothing helps nobody.
 * @param opened starts of the folds that the reader has opened
 */
export function foldRows(rows: readonly AlignedRow[], opened: ReadonlySet<number>): RowBlock[] {
  const shown = new Uint8Array(rows.length);
  let anyChange = false;
  for (const [index, row] of rows.entries()) {
    if (row.changeIds.length === 0) continue;
    anyChange = true;
    shown.fill(1, Math.max(0, index - contextRows), index + contextRows + 1);
  }
  if (!anyChange) return rows.length === 0 ? [] : [{ kind: 'rows', start: 0, end: rows.length }];

  const blocks: RowBlock[] = [];
  for (let start = 0; start < rows.length;) {
    let end = start + 1;
    while (end < rows.length && shown[end] === shown[start]) end++;
    const isFold = shown[start] === 0 && end - start >= shortestFold && !opened.has(start);
    const last = blocks.at(-1);
    if (!isFold && last?.kind === 'rows') blocks[blocks.length - 1] = { ...last, end };
    else blocks.push({ kind: isFold ? 'fold' : 'rows', start, end });
    start = end;
  }
  return blocks;
}

/** Rows for a pair that is not compared yet: both texts, line beside line, nothing marked. */
export function uncomparedRows(output: string, edit: string): AlignedRow[] {
  const left = output.split(/(?<=\n)/);
  const right = edit.split(/(?<=\n)/);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    left: plainSide(left[index]),
    right: plainSide(right[index]),
    changeIds: [],
  }));
}

/** Indexes at which a list of rows is cut so that no part has more than about `size` characters. */
export function chunkEnds(rows: readonly AlignedRow[], start: number, end: number, size: number): number[] {
  const ends: number[] = [];
  let characters = 0;
  for (let index = start; index < end; index++) {
    const row = rows[index];
    if (row) characters += lengthOf(row.left) + lengthOf(row.right) + rowOverhead;
    if (characters >= size || index === end - 1) {
      ends.push(index + 1);
      characters = 0;
    }
  }
  return ends;
}

/** What an empty row costs to draw, in characters' worth. */
const rowOverhead = 200;

function lengthOf(side: readonly SideSegment[]): number {
  let length = 0;
  for (const segment of side) length += segment.text.length;
  return length;
}

function plainSide(text: string | undefined): SideSegment[] {
  if (text === undefined || text === '') return [];
  return [{ kind: 'equal', text, changeId: null, pieces: [{ text, emphasis: false }] }];
}
