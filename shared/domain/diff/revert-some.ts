import { revertChanges } from './apply-changes.ts';
import type { Change, Move, TextDiff } from './diff-texts.ts';

/** An edit of which some changes were taken back. */
export interface PartlyReverted {
  /** The edit with the output's text in those places. */
  readonly text: string;
  /**
   * All changes between the output and that text, under the ids they had: those taken back have the output's text on
   * both sides, so that they can still be shown and accepted again.
   */
  readonly shown: TextDiff;
  /** Only the changes that stand. */
  readonly standing: TextDiff;
}

/**
 * The edit with some of its changes reverted: without any it is the edit, and with all of them the output, byte for
 * byte where the comparison ignored nothing. What was ignored stays as the edit has it.
 * @param diff differences between an output and `edit`
 * @param reverted ids of changes of `diff`; others count for nothing
 */
export function revertSome(edit: string, diff: TextDiff, reverted: ReadonlySet<string>): PartlyReverted {
  const isReverted = ({ id }: { readonly id: string }) => reverted.has(id);
  const text = revertChanges(edit, diff.changes.filter(isReverted));
  const shifts = new Map<string, number>();
  let shift = 0;
  const changes = diff.changes.map((change): Change => {
    const added = isReverted(change) ? change.removed : change.added;
    const editStart = change.editStart + shift;
    shifts.set(change.id, shift);
    shift += added.length - change.added.length;
    const inner = isReverted(change) ? null : change.inner;
    return { ...change, editStart, editEnd: editStart + added.length, added, inner };
  });
  const moves = diff.moves.flatMap((move): Move[] => {
    if (reverted.has(move.from) || reverted.has(move.to)) return [];
    const moved = shifts.get(move.to) ?? 0;
    return [{ ...move, editStart: move.editStart + moved, editEnd: move.editEnd + moved }];
  });
  const shown = { ...diff, changes, moves };
  return { text, shown, standing: { ...shown, changes: changes.filter((change) => !isReverted(change)) } };
}
