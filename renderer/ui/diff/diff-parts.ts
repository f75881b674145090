import type { Piece } from '../../../shared/domain/diff/change-pieces.ts';
import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';

/** One stretch of a row as it is drawn. */
export interface RowPart {
  /** Unique within the row; the same on both sides for the same unchanged stretch. */
  readonly key: string;
  readonly kind: 'equal' | 'removed' | 'added';
  readonly text: string;
  readonly changeId: string | null;
  readonly pieces: readonly Piece[];
  /** Where it stands in its row; decides which end of a long unchanged stretch may be folded. */
  readonly place: 'first' | 'middle' | 'last' | 'only';
}

/** The parts of one side of a row. A change without text on this side is there too, to mark its place. */
export function sideParts(segments: readonly SideSegment[], side: 'output' | 'edit'): RowPart[] {
  const changed = side === 'output' ? 'removed' : 'added';
  return placed(
    segments.map((segment) => ({ ...segment, kind: segment.changeId === null ? 'equal' : changed })),
  );
}

/** A row as one text: what was removed stands before what was added in its place. */
export function inlineParts(row: AlignedRow): RowPart[] {
  const removed = new Map<string, SideSegment>();
  for (const segment of row.left) if (segment.changeId !== null) removed.set(segment.changeId, segment);
  const parts: PartContent[] = [];
  for (const segment of row.right) {
    const counterpart = segment.changeId === null ? undefined : removed.get(segment.changeId);
    if (counterpart !== undefined && counterpart.text !== '') parts.push({ ...counterpart, kind: 'removed' });
    if (segment.text !== '') parts.push({ ...segment, kind: segment.changeId === null ? 'equal' : 'added' });
  }
  return placed(parts);
}

type PartContent = Pick<RowPart, 'kind' | 'text' | 'changeId' | 'pieces'>;

function placed(parts: readonly PartContent[]): RowPart[] {
  let equals = 0;
  return parts.map(({ kind, text, changeId, pieces }, index) => ({
    key: changeId === null ? `equal ${equals++}` : `${kind} ${changeId}`,
    kind,
    text,
    changeId,
    pieces,
    place:
      parts.length === 1 ? 'only' : index === 0 ? 'first' : index === parts.length - 1 ? 'last' : 'middle',
  }));
}
