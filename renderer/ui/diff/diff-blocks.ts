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

/** Characters drawn in one go; about 2 ms of layout. */
const chunkSize = 5_000;

/** What an empty row costs to draw, in characters' worth. */
const rowOverhead = 200;

/**
 * Cuts rows into parts that are drawn one by one, and folds between them.
 * @param opened as in {@link foldRows}; null where nothing is folded
 */
export function chunkRows(rows: readonly AlignedRow[], opened: ReadonlySet<number> | null): RowBlock[] {
  const blocks: RowBlock[] =
    opened === null ? [{ kind: 'rows', start: 0, end: rows.length }] : foldRows(rows, opened);
  return blocks.flatMap((block) => (block.kind === 'fold' ? [block] : chunksOf(rows, block)));
}

function chunksOf(rows: readonly AlignedRow[], block: RowBlock): RowBlock[] {
  const chunks: RowBlock[] = [];
  let { start } = block;
  let characters = 0;
  for (let index = start; index < block.end; index++) {
    const row = rows[index];
    if (row === undefined) continue;
    const { left, right } = sideLengths(row);
    characters += left + right + rowOverhead;
    if (characters < chunkSize && index < block.end - 1) continue;
    chunks.push({ kind: 'rows', start, end: index + 1 });
    start = index + 1;
    characters = 0;
  }
  return chunks;
}

/** Characters on either side of a row. */
export function sideLengths({ left, right }: AlignedRow): { readonly left: number; readonly right: number } {
  return { left: lengthOf(left), right: lengthOf(right) };
}

/** Where each row begins in either text, in UTF-16 code units. */
export interface RowStarts {
  readonly output: Int32Array;
  readonly edit: Int32Array;
}

export function rowStarts(rows: readonly AlignedRow[]): RowStarts {
  const starts = { output: new Int32Array(rows.length), edit: new Int32Array(rows.length) };
  let [output, edit] = [0, 0];
  for (const [index, row] of rows.entries()) {
    starts.output[index] = output;
    starts.edit[index] = edit;
    const { left, right } = sideLengths(row);
    output += left;
    edit += right;
  }
  return starts;
}

function lengthOf(side: readonly SideSegment[]): number {
  let length = 0;
  for (const segment of side) length += segment.text.length;
  return length;
}
