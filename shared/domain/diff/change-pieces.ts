import type { Change, Move } from './diff-texts.ts';
import type { InnerSpan } from './refine-change.ts';

/** A piece of a segment's text; `emphasis` marks what differs inside a change whose sides are alike. */
export interface Piece {
  readonly text: string;
  readonly emphasis: boolean;
  /** Id of the change with the other end of the move, where the piece was moved. */
  readonly moved?: string;
}

/**
 * One side of a change in pieces.
 * @param moves moves that begin or end in the change
 */
export function changePieces(
  change: Change,
  side: 'removed' | 'added',
  moves: readonly Move[],
): readonly Piece[] {
  const ranges = moves
    .flatMap((move): MovedRange[] => {
      const [start, end, id, other] =
        side === 'removed'
          ? [move.outputStart - change.outputStart, move.outputEnd - change.outputStart, move.from, move.to]
          : [move.editStart - change.editStart, move.editEnd - change.editStart, move.to, move.from];
      return id === change.id ? [{ start, end, other }] : [];
    })
    .toSorted((first, second) => first.start - second.start);
  return withMoves(pieces(change[side], change.inner, side), ranges);
}

/** A moved stretch of one side of a change. */
interface MovedRange {
  readonly start: number;
  readonly end: number;
  readonly other: string;
}

/** What was moved becomes a piece of its own; nothing in it differs. */
function withMoves(all: readonly Piece[], ranges: readonly MovedRange[]): readonly Piece[] {
  if (ranges.length === 0) return all;
  const text = all.map((piece) => piece.text).join('');
  const cut: Piece[] = [];
  let position = 0;
  for (const { start, end, other } of [...ranges, { start: text.length, end: text.length, other: null }]) {
    let offset = 0;
    for (const piece of all) {
      const from = Math.max(position, offset);
      const to = Math.min(start, offset + piece.text.length);
      if (from < to) cut.push({ ...piece, text: text.slice(from, to) });
      offset += piece.text.length;
    }
    if (other !== null) cut.push({ text: text.slice(start, end), emphasis: false, moved: other });
    position = end;
  }
  return cut;
}

function pieces(text: string, inner: readonly InnerSpan[] | null, side: 'removed' | 'added'): Piece[] {
  if (text === '') return [];
  if (inner === null) return [{ text, emphasis: false }];
  return inner
    .filter((span) => span.kind === 'equal' || span.kind === side)
    .map((span) => ({ text: span.text, emphasis: span.kind === side }));
}
