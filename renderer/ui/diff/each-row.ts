import {
  type AlignedRow,
  eachAlignedRow,
  eachLine,
  type SideSegment,
} from '../../../shared/domain/diff/diff-segments.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { cutLongRows } from './cut-long-rows.ts';

/** Longer sides, in UTF-16 code units, are shown as several rows. */
const longestSide = 3_000;

/** The rows of a pair as the view shows them; without differences both texts, line beside line, nothing marked. */
export function eachRow(output: string, edit: string, diff: TextDiff | null): Generator<AlignedRow> {
  const rows =
    diff === null ? eachUncomparedRow(output, edit) : eachAlignedRow(output, edit, diff, longestSide);
  return cutLongRows(rows, longestSide);
}

function* eachUncomparedRow(output: string, edit: string): Generator<AlignedRow> {
  const [left, right] = [eachLine(output), eachLine(edit)];
  for (;;) {
    const [leftLine, rightLine] = [left.next(), right.next()];
    if (leftLine.done && rightLine.done) return;
    yield { left: plainSide(leftLine), right: plainSide(rightLine), changeIds: [] };
  }
}

function plainSide({ done, value: text }: IteratorResult<string, unknown>): SideSegment[] {
  if (done || typeof text !== 'string') return [];
  return [{ kind: 'equal', text, changeId: null, pieces: [{ text, emphasis: false }] }];
}
