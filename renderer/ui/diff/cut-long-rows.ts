import type { Piece } from '../../../shared/domain/diff/change-pieces.ts';
import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';

/**
 * Rows of which none has a side much longer than `longest` UTF-16 code units: a paragraph of a whole book must not
 * become one element of the page. A change that is cut is named by each of its rows.
 */
export function* cutLongRows(rows: Iterable<AlignedRow>, longest: number): Generator<AlignedRow> {
  for (const row of rows) {
    if (sideLength(row.left) <= longest && sideLength(row.right) <= longest) yield row;
    else yield* cutRow(row, longest);
  }
}

/** What stands beside each other in a row: an unchanged stretch or a change, on one side or both. */
interface Unit {
  readonly left: SideSegment | null;
  readonly right: SideSegment | null;
}

function* cutRow(row: AlignedRow, longest: number): Generator<AlignedRow> {
  let units: Unit[] = [];
  let length = 0;
  for (const unit of eachUnit(row)) {
    const size = unitLength(unit);
    if (length > 0 && length + size > longest) {
      yield toRow(units);
      [units, length] = [[], 0];
    }
    if (size <= longest) {
      units.push(unit);
      length += size;
      continue;
    }
    const count = Math.ceil(size / longest);
    const left = cutSegment(unit.left, count);
    const right = cutSegment(unit.right, count);
    for (let i = 0; i < count; i++) yield toRow([{ left: left[i] ?? null, right: right[i] ?? null }]);
  }
  if (units.length > 0) yield toRow(units);
}

function* eachUnit({ left, right }: AlignedRow): Generator<Unit> {
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const leftNext = left[i];
    const rightNext = right[j];
    const takesLeft = leftNext !== undefined && (leftNext.changeId === null || rightNext?.changeId !== null);
    const takesRight =
      rightNext !== undefined && (rightNext.changeId === null || leftNext?.changeId !== null);
    yield { left: takesLeft ? leftNext : null, right: takesRight ? rightNext : null };
    if (takesLeft) i++;
    if (takesRight) j++;
  }
}

function toRow(units: readonly Unit[]): AlignedRow {
  const left = units.flatMap((unit) => unit.left ?? []);
  const right = units.flatMap((unit) => unit.right ?? []);
  const ids = [...left, ...right].flatMap(({ changeId }) => changeId ?? []);
  return { left, right, changeIds: [...new Set(ids)] };
}

/** The segment in `count` parts of about the same length, none of them cut inside a word where that can be helped. */
export function cutSegment<Segment extends SideSegment>(segment: Segment | null, count: number): Segment[] {
  if (segment === null) return [];
  const { text } = segment;
  const parts: Segment[] = [];
  let start = 0;
  let pieces = segment.pieces;
  for (let i = 1; i <= count; i++) {
    const end = i === count ? text.length : cutBefore(text, Math.round((text.length * i) / count), start);
    const [head, tail] = cutPieces(pieces, end - start);
    parts.push({ ...segment, text: text.slice(start, end), pieces: head });
    [start, pieces] = [end, tail];
  }
  return parts;
}

/** How far back, in code units, a cut is moved to stand after a line or a word. */
const reach = 400;

function cutBefore(text: string, position: number, start: number): number {
  if (position <= start) return start;
  const least = Math.max(start, position - reach);
  for (const mark of ['\n', ' ']) {
    const found = text.lastIndexOf(mark, position - 1);
    if (found >= least) return found + 1;
  }
  let cut = position;
  while (cut > least && isInside(text, cut)) cut--;
  return cut;
}

/** Whether a cut would part a surrogate pair, a mark or joiner from its letter, or the two characters of a line's end. */
function isInside(text: string, position: number): boolean {
  const before = text.charAt(position - 1);
  const after = text.charAt(position);
  if (/[\ud800-\udbff\u200d]/.test(before) || (before === '\r' && after === '\n')) return true;
  return mark.test(String.fromCodePoint(text.codePointAt(position) ?? 0)) || after === '\u200d';
}

const mark = /^\p{M}/u;

function cutPieces(pieces: readonly Piece[], position: number): [Piece[], Piece[]] {
  const head: Piece[] = [];
  const tail: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const inHead = Math.min(piece.text.length, Math.max(0, position - offset));
    if (inHead > 0) head.push({ ...piece, text: piece.text.slice(0, inHead) });
    if (inHead < piece.text.length) tail.push({ ...piece, text: piece.text.slice(inHead) });
    offset += piece.text.length;
  }
  return [head, tail];
}

function unitLength({ left, right }: Unit): number {
  return Math.max(left?.text.length ?? 0, right?.text.length ?? 0);
}

function sideLength(side: readonly SideSegment[]): number {
  return side.reduce((sum, { text }) => sum + text.length, 0);
}
