import type { Change, Move, TextDiff } from './diff-texts.ts';
import { changePieces, type Piece } from './change-pieces.ts';

/** One stretch of the inline view. Removed comes before added where a change has both. */
export interface InlineSegment {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly text: string;
  /** Id of the change, null for equal text. */
  readonly changeId: string | null;
  /** Pieces of `text`, the differing ones emphasised; one piece where the change has no refinement. */
  readonly pieces: readonly Piece[];
}

/** One stretch of one side of the side-by-side view. `text` is '' where the change is on the other side only. */
export interface SideSegment {
  readonly kind: 'equal' | 'changed';
  readonly text: string;
  readonly changeId: string | null;
  readonly pieces: readonly Piece[];
}

/** One row of the side-by-side view: the same lines on both sides, or what stands in their place. */
export interface AlignedRow {
  readonly left: readonly SideSegment[];
  readonly right: readonly SideSegment[];
  /** Ids of the changes in this row, in order; empty for an unchanged row. */
  readonly changeIds: readonly string[];
}

/** The pair as one flat list for inline rendering. Equal text is shown as it stands in the edit. */
export function segments(output: string, edit: string, diff: TextDiff): InlineSegment[] {
  const list: InlineSegment[] = [];
  for (const part of parts(output, edit, diff)) {
    if (part.change === null) {
      if (part.right !== '') list.push(plain('equal', part.right, null));
      continue;
    }
    for (const kind of ['removed', 'added'] as const) {
      const segment = changedSegment(part, kind);
      if (segment.text !== '') list.push({ ...segment, kind });
    }
  }
  return list;
}

/** Both sides as lists of their own; every change appears on both, with empty text where it has none there. */
export function sideSegments(
  output: string,
  edit: string,
  diff: TextDiff,
): { readonly left: readonly SideSegment[]; readonly right: readonly SideSegment[] } {
  const left: SideSegment[] = [];
  const right: SideSegment[] = [];
  for (const part of parts(output, edit, diff)) {
    if (part.change === null) {
      if (part.left !== '') left.push(equalSegment(part.left));
      if (part.right !== '') right.push(equalSegment(part.right));
    } else {
      left.push(changedSegment(part, 'removed'));
      right.push(changedSegment(part, 'added'));
    }
  }
  return { left, right };
}

/**
 * Both sides as rows for side-by-side rendering with synchronised rows. Every line break in equal text ends a
 * row; a change that is made of whole lines has a row of its own. The texts of one side, joined over all rows,
 * are that side's text.
 */
export function alignRows(output: string, edit: string, diff: TextDiff): AlignedRow[] {
  return [...eachAlignedRow(output, edit, diff)];
}

/**
 * The rows of {@link alignRows} one by one, for long texts that are aligned bit by bit.
 * @param longest UTF-16 code units after which a row ends beside a change, for texts without line breaks
 */
export function* eachAlignedRow(
  output: string,
  edit: string,
  diff: TextDiff,
  longest = Infinity,
): Generator<AlignedRow> {
  let row = emptyRow();
  let length = 0;
  for (const part of parts(output, edit, diff)) {
    length += Math.max(part.left.length, part.right.length);
    if (length > longest && row.left.length + row.right.length > 0) {
      yield row;
      row = emptyRow();
      length = 0;
    }
    if (part.change !== null) {
      const wholeLines = row.left.length === 0 && row.right.length === 0 && isWholeLines(part.change);
      row.left.push(changedSegment(part, 'removed'));
      row.right.push(changedSegment(part, 'added'));
      row.changeIds.push(part.change.id);
      if (wholeLines) {
        yield row;
        row = emptyRow();
        length = 0;
      }
      continue;
    }
    for (const [leftLine, rightLine] of pairLines(part.left, part.right)) {
      if (leftLine !== '') row.left.push(equalSegment(leftLine));
      if (rightLine !== '') row.right.push(equalSegment(rightLine));
      if (!endsLine(leftLine) || !endsLine(rightLine)) continue;
      yield row;
      row = emptyRow();
      length = 0;
    }
  }
  if (row.left.length > 0 || row.right.length > 0) yield row;
}

type Part = EqualPart | ChangedPart;

interface EqualPart {
  readonly left: string;
  readonly right: string;
  readonly change: null;
}

interface ChangedPart {
  readonly left: string;
  readonly right: string;
  readonly change: Change;
  /** Moves that begin or end in the change. */
  readonly moves: readonly Move[];
}

function* parts(output: string, edit: string, diff: TextDiff): Generator<Part> {
  const movesOf = new Map<string, Move[]>();
  for (const move of diff.moves)
    for (const id of [move.from, move.to]) movesOf.set(id, [...(movesOf.get(id) ?? []), move]);
  let outputPosition = 0;
  let editPosition = 0;
  for (const change of diff.changes) {
    yield {
      left: output.slice(outputPosition, change.outputStart),
      right: edit.slice(editPosition, change.editStart),
      change: null,
    };
    yield { left: change.removed, right: change.added, change, moves: movesOf.get(change.id) ?? [] };
    outputPosition = change.outputEnd;
    editPosition = change.editEnd;
  }
  yield { left: output.slice(outputPosition), right: edit.slice(editPosition), change: null };
}

function plain<K extends string>(kind: K, text: string, changeId: string | null) {
  return { kind, text, changeId, pieces: [{ text, emphasis: false }] };
}

function equalSegment(text: string): SideSegment {
  return plain('equal', text, null);
}

function changedSegment({ change, moves }: ChangedPart, side: 'removed' | 'added'): SideSegment {
  const text = change[side];
  return { kind: 'changed', text, changeId: change.id, pieces: changePieces(change, side, moves) };
}

function emptyRow() {
  return { left: [] as SideSegment[], right: [] as SideSegment[], changeIds: [] as string[] };
}

function isWholeLines(change: Change): boolean {
  return [change.removed, change.added].every((text) => text === '' || endsLine(text));
}

function endsLine(text: string): boolean {
  return text.endsWith('\n');
}

/**
 * The lines of an equal stretch, side by side. Where whitespace or case is ignored the sides may differ and break their
 * lines in other places; they are then cut where both have a line break after the same characters.
 */
function* pairLines(left: string, right: string): Generator<readonly [string, string]> {
  if (left === right) {
    for (const line of eachLine(left)) yield [line, line];
    return;
  }
  const [leftLines, rightLines] = [eachLine(left), eachLine(right)];
  let [leftText, rightText, leftCount, rightCount] = ['', '', 0, 0];
  let [leftNext, rightNext] = [leftLines.next(), rightLines.next()];
  while (!leftNext.done || !rightNext.done) {
    const takesLeft = !leftNext.done && (leftCount <= rightCount || rightNext.done === true);
    const takesRight = !rightNext.done && (rightCount <= leftCount || leftNext.done === true);
    if (takesLeft && !leftNext.done) {
      leftText += leftNext.value;
      leftCount += countedLength(leftNext.value);
      leftNext = leftLines.next();
    }
    if (takesRight && !rightNext.done) {
      rightText += rightNext.value;
      rightCount += countedLength(rightNext.value);
      rightNext = rightLines.next();
    }
    if (leftCount !== rightCount || !endsLine(leftText) || !endsLine(rightText)) continue;
    yield [leftText, rightText];
    [leftText, rightText] = ['', ''];
  }
  yield [leftText, rightText];
}

/** Characters that both sides of an equal stretch have in common, whatever is ignored. */
function countedLength(line: string): number {
  return line.toLowerCase().replaceAll(/\s+/g, '').length;
}

/** The lines of a text with their ends. */
export function* eachLine(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    yield text.slice(start, end);
    start = end;
  }
}
