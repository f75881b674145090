import type { Piece } from '../../../shared/domain/diff/change-pieces.ts';
import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';

/** One stretch of a row as it is drawn. */
export interface RowPart {
  /** Unique within the row; the same on both sides for the same unchanged stretch. */
  readonly key: string;
  readonly kind: 'equal' | 'removed' | 'added';
  readonly text: string;
  /** Which text it stands in, and how far from where the row begins there. */
  readonly side: 'output' | 'edit';
  readonly at: number;
  /** How far it is from where the row begins in the output; null for text that is not the output's. */
  readonly outputAt: number | null;
  readonly changeId: string | null;
  readonly pieces: readonly Piece[];
  /** Where it stands in its row; decides which end of a long unchanged stretch may be folded. */
  readonly place: 'first' | 'middle' | 'last' | 'only';
}

/** The parts of one side of a row. A change without text on this side is there too, to mark its place. */
export function sideParts(segments: readonly SideSegment[], side: 'output' | 'edit'): RowPart[] {
  const changed = side === 'output' ? 'removed' : 'added';
  const parts: PartContent[] = [];
  for (const segment of withPlaces(segments))
    parts.push({
      ...segment,
      side,
      outputAt: side === 'output' ? segment.at : null,
      kind: segment.changeId === null ? 'equal' : changed,
    });
  return placed(parts);
}

/**
 * A row as one text: what was removed stands before what was added in its place. Of a change that was taken back the
 * text stands once, and its place is kept where it has none.
 */
export function inlineParts(row: AlignedRow, reverted: ReadonlySet<string>): RowPart[] {
  const removed = new Map<string, PlacedSegment>();
  const equals: PlacedSegment[] = [];
  for (const segment of withPlaces(row.left))
    if (segment.changeId === null) equals.push(segment);
    else removed.set(segment.changeId, segment);
  let passed = 0;
  const parts: PartContent[] = [];
  for (const segment of withPlaces(row.right)) {
    const isReverted = segment.changeId !== null && reverted.has(segment.changeId);
    const counterpart = segment.changeId === null ? undefined : removed.get(segment.changeId);
    if (counterpart !== undefined && counterpart.text !== '' && !isReverted)
      parts.push({ ...counterpart, side: 'output', outputAt: counterpart.at, kind: 'removed' });
    const kind = segment.changeId === null ? 'equal' : 'added';
    const inOutput = isReverted ? counterpart : segment.changeId === null ? equals[passed++] : undefined;
    // Where white space or case is ignored, an unchanged stretch is not the output's to the letter.
    const outputAt = inOutput?.text === segment.text ? inOutput.at : null;
    if (segment.text !== '' || isReverted) parts.push({ ...segment, side: 'edit', outputAt, kind });
  }
  return placed(parts);
}

interface PlacedSegment extends SideSegment {
  readonly at: number;
}

function withPlaces(segments: readonly SideSegment[]): PlacedSegment[] {
  let next = 0;
  return segments.map((segment) => {
    const at = next;
    next += segment.text.length;
    return { ...segment, at };
  });
}

type PartContent = Omit<RowPart, 'key' | 'place'>;

function placed(parts: readonly PartContent[]): RowPart[] {
  let equals = 0;
  return parts.map(({ kind, text, side, at, outputAt, changeId, pieces }, index) => ({
    key: changeId === null ? `equal ${equals++}` : `${kind} ${changeId}`,
    kind,
    text,
    side,
    at,
    outputAt,
    changeId,
    pieces,
    place:
      parts.length === 1 ? 'only' : index === 0 ? 'first' : index === parts.length - 1 ? 'last' : 'middle',
  }));
}
