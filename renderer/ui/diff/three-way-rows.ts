import { changePieces, type Piece } from '../../../shared/domain/diff/change-pieces.ts';
import { type AlignedRow, eachLine, type SideSegment } from '../../../shared/domain/diff/diff-segments.ts';
import type { Change } from '../../../shared/domain/diff/diff-texts.ts';
import type { Region, RegionKind, ThreeTexts } from '../../../shared/domain/diff/three-way.ts';
import { cutSegment } from './cut-long-rows.ts';

/** One stretch of one column. `changeId` is the id of its region, null where neither edit changed anything. */
export interface ThreeWaySegment extends SideSegment {
  readonly region: RegionKind;
}

/** The same lines of two edits (`left` and `right`) and of their output. */
export interface ThreeWayRow extends AlignedRow {
  readonly left: readonly ThreeWaySegment[];
  readonly output: readonly ThreeWaySegment[];
  readonly right: readonly ThreeWaySegment[];
}

export function isThreeWay(row: AlignedRow): row is ThreeWayRow {
  return 'output' in row;
}

/** Longer columns, in UTF-16 code units, are shown as several rows. */
const longestColumn = 3000;

/**
 * Three texts as rows. A row ends where all columns stand at the start of a line, so that a region of whole lines has a row
 * of its own. The texts of a column, joined over all rows, are that text.
 * @param regions of the texts; null while they are still being compared
 */
export function* eachThreeWayRow(
  texts: ThreeTexts,
  regions: readonly Region[] | null,
): Generator<ThreeWayRow> {
  let row = emptyRow();
  const parts = regions === null ? eachUncomparedPart(texts) : eachPart(texts, regions);
  for (const part of parts) {
    if (row.length > 0 && row.length + part.length > longestColumn) {
      yield row;
      row = emptyRow();
    }
    for (const column of columns) {
      const segment = part[column];
      if (segment.text === '' && segment.changeId === null) continue;
      row[column].push(segment);
      if (segment.text !== '') row.isAtLineStart[column] = segment.text.endsWith('\n');
    }
    row.length += part.length;
    if (part.id !== null && row.changeIds.at(-1) !== part.id) row.changeIds.push(part.id);
    if (!columns.every((column) => row.isAtLineStart[column])) continue;
    yield row;
    row = emptyRow();
  }
  if (row.length > 0 || row.changeIds.length > 0) yield row;
}

const columns = ['left', 'output', 'right'] as const;
type Column = (typeof columns)[number];

interface Part extends Readonly<Record<Column, ThreeWaySegment>> {
  /** Id of the region; null where nothing changed. */
  readonly id: string | null;
  /** Code units of the longest column. */
  readonly length: number;
}

function emptyRow() {
  return {
    left: [] as ThreeWaySegment[],
    output: [] as ThreeWaySegment[],
    right: [] as ThreeWaySegment[],
    changeIds: [] as string[],
    length: 0,
    isAtLineStart: { left: true, output: true, right: true },
  };
}

function* eachPart(texts: ThreeTexts, regions: readonly Region[]): Generator<Part> {
  for (const region of regions) {
    const output = texts.output.slice(region.outputStart, region.outputEnd);
    const isUntouched = region.leftChanges.length + region.rightChanges.length === 0;
    if (isUntouched) {
      for (const line of eachLine(output)) yield* cutPart(partOf(null, 'same', [line, line, line]));
      continue;
    }
    const left = texts.left.slice(region.leftStart, region.leftEnd);
    const right = texts.right.slice(region.rightStart, region.rightEnd);
    const id = region.kind === 'same' ? null : region.id;
    const part = partOf(id, region.kind, [left, output, right]);
    yield* cutPart(
      id === null
        ? part
        : {
            ...part,
            left: withPieces(part.left, region.leftChanges, output, region.outputStart),
            right: withPieces(part.right, region.rightChanges, output, region.outputStart),
          },
    );
  }
}

/** All three texts at once, line beside line, nothing marked. */
function* eachUncomparedPart({ left, output, right }: ThreeTexts): Generator<Part> {
  const lines = [left, output, right].map(eachLine);
  for (;;) {
    const [one = '', middle = '', other = ''] = lines.map((source) => source.next().value ?? '');
    if (one === '' && middle === '' && other === '') return;
    yield* cutPart(partOf(null, 'same', [one, middle, other]));
  }
}

type ColumnTexts = readonly [left: string, output: string, right: string];

function partOf(id: string | null, region: RegionKind, [left, output, right]: ColumnTexts): Part {
  const segment = (text: string, isChanged: boolean): ThreeWaySegment => ({
    kind: isChanged ? 'changed' : 'equal',
    text,
    changeId: id,
    pieces: [{ text, emphasis: false }],
    region,
  });
  return {
    id,
    length: Math.max(left.length, output.length, right.length),
    left: segment(left, id !== null && left !== output),
    output: segment(output, id !== null),
    right: segment(right, id !== null && right !== output),
  };
}

/** What an edit changed inside its text of a region; the rest of that text is the output's. */
function withPieces(
  segment: ThreeWaySegment,
  changes: readonly Change[],
  output: string,
  start: number,
): ThreeWaySegment {
  const [only] = changes;
  const isWhole = only?.removed === output && changes.length === 1;
  if (only === undefined) return segment;
  const pieces: Piece[] = [];
  let position = 0;
  for (const change of changes) {
    pieces.push({ text: output.slice(position, change.outputStart - start), emphasis: false });
    const own = changePieces(change, 'added', []);
    pieces.push(
      ...(isWhole || change.inner !== null ? own : own.map(({ text }) => ({ text, emphasis: true }))),
    );
    position = change.outputEnd - start;
  }
  pieces.push({ text: output.slice(position), emphasis: false });
  return { ...segment, pieces: pieces.filter(({ text }) => text !== '') };
}

/** A part of a long text in several, so that a book without line breaks does not become one element of the page. */
function* cutPart(part: Part): Generator<Part> {
  if (part.length <= longestColumn) return yield part;
  const count = Math.ceil(part.length / longestColumn);
  const cut = {
    left: cutSegment(part.left, count),
    output: cutSegment(part.output, count),
    right: cutSegment(part.right, count),
  };
  for (let index = 0; index < count; index++) {
    const [left, output, right] = [cut.left[index], cut.output[index], cut.right[index]];
    if (left === undefined || output === undefined || right === undefined) continue;
    yield {
      id: part.id,
      length: Math.max(left.text.length, output.text.length, right.text.length),
      left,
      output,
      right,
    };
  }
}
