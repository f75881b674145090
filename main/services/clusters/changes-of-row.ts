import type { ChangeText } from '../../../shared/domain/clusters/change-features.ts';
import { changeTextAt, wholeOutputText } from '../../../shared/domain/clusters/change-text-at.ts';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import type { MappedRow, MappedSignal } from '../../../shared/domain/mapping/mapped-row.ts';
import { placeKey } from '../../../shared/domain/spans/span-place.ts';

/** A change of a row that is not stored. */
export interface RowChange {
  /** Empty for a whole output. */
  readonly place: string;
  readonly text: ChangeText;
}

/**
 * The changes that an interaction of this row would have: those of its last edit, and the output as a whole where it was
 * discarded, rated low (up to `lowRating`) or commented on. See `createChangeFinder`.
 */
export function changesOfRow(
  { output, edits, signals }: Pick<MappedRow, 'output' | 'edits' | 'signals'>,
  lowRating: number,
): RowChange[] {
  const edit = edits.at(-1);
  const hunks = edit === undefined ? [] : diffTexts(output, edit.text, { refine: false }).changes;
  const changes = hunks.map(({ outputStart: start, outputEnd: end, added }) => ({
    place: placeKey({ start, end, added }),
    text: changeTextAt(output, start, end, added),
  }));
  if (!signals.some((signal) => isFailure(signal, lowRating))) return changes;
  const comments = signals.flatMap(({ name, text }) =>
    name === 'comment' && text !== null && text.trim() !== '' ? text.slice(0, longestComment) : [],
  );
  return [...changes, { place: '', text: wholeOutputText(output, comments) }];
}

const longestComment = 2000;

function isFailure({ name, text, number }: MappedSignal, lowRating: number): boolean {
  switch (name) {
    case 'comment':
      return text !== null && text.trim() !== '';
    case 'action':
      return text === 'discarded';
    case 'thumbs':
      return number !== null && number <= 0;
    case 'rating':
      return number !== null && number <= lowRating;
    default:
      return false;
  }
}
