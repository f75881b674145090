import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRows, segments, sideSegments, type AlignedRow, type SideSegment } from './diff-segments.ts';
import { diffTexts } from './diff-texts.ts';

const lines = fc
  .array(fc.constantFrom('one', 'two', ' ', '. ', '\n', '\r\n', '\n\n', 'three', 'déjà', 'DÉJÀ', 'One'), {
    maxLength: 40,
  })
  .map((all) => all.join(''));

describe('segments', () => {
  it('lists the pair inline, removed before added, with the differing characters emphasised', () => {
    const [output, edit] = ['It jumps high.', 'It jumped high.'];
    expect(segments(output, edit, diffTexts(output, edit))).toEqual([
      { kind: 'equal', text: 'It ', changeId: null, pieces: [{ text: 'It ', emphasis: false }] },
      {
        kind: 'removed',
        text: 'jumps',
        changeId: '3-8.3-9',
        pieces: [
          { text: 'jump', emphasis: false },
          { text: 's', emphasis: true },
        ],
      },
      {
        kind: 'added',
        text: 'jumped',
        changeId: '3-8.3-9',
        pieces: [
          { text: 'jump', emphasis: false },
          { text: 'ed', emphasis: true },
        ],
      },
      { kind: 'equal', text: ' high.', changeId: null, pieces: [{ text: ' high.', emphasis: false }] },
    ]);
  });

  it('keeps each side whole, in the list, in its pieces and in the rows', () => {
    fc.assert(
      fc.property(lines, lines, fc.boolean(), fc.boolean(), (output, edit, ignoreWhitespace, ignoreCase) => {
        const diff = diffTexts(output, edit, { ignoreWhitespace, ignoreCase });
        const inline = segments(output, edit, diff);
        expect(
          inline
            .filter(({ kind }) => kind !== 'removed')
            .map(({ text }) => text)
            .join(''),
        ).toBe(edit);
        const { left, right } = sideSegments(output, edit, diff);
        expect([joined(left), joined(right)]).toEqual([output, edit]);
        const rows = alignRows(output, edit, diff);
        expect(joined(rows.flatMap((row) => row.left))).toBe(output);
        expect(joined(rows.flatMap((row) => row.right))).toBe(edit);
        for (const { text, pieces } of [...inline, ...left, ...right]) {
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('alignRows', () => {
  it('begins a row after every line break that both sides have', () => {
    expect(rowsOf('One.\nTwo.\nThree.', 'One.\nTen.\nThree.')).toEqual([
      ['One.\n', 'One.\n', 0],
      ['Two.\n', 'Ten.\n', 1],
      ['Three.', 'Three.', 0],
    ]);
  });

  it('gives lines that one side does not have a row of their own', () => {
    expect(rowsOf('One.\nTwo.\n', 'One.\nAnd.\nTwo.\n')).toEqual([
      ['One.\n', 'One.\n', 0],
      ['', 'And.\n', 1],
      ['Two.\n', 'Two.\n', 0],
    ]);
  });

  it('keeps a line that was broken in two in one row', () => {
    expect(rowsOf('One. Two.\nEnd', 'One.\nTwo.\nEnd')).toEqual([
      ['One. Two.\n', 'One.\nTwo.\n', 1],
      ['End', 'End', 0],
    ]);
  });

  it('keeps lines beside each other where whitespace or case is ignored', () => {
    const [output, edit] = ['One.  Two.\nThree.\n\nFour.\nFive.', 'one.\nTwo.\nthree.\nFour.\nfive.'];
    const diff = diffTexts(output, edit, { ignoreWhitespace: true, ignoreCase: true });
    expect(diff.changes).toEqual([]);
    expect(alignRows(output, edit, diff).map(plain)).toEqual([
      ['One.  Two.\n', 'one.\nTwo.\n', 0],
      ['Three.\n', 'three.\n', 0],
      ['\nFour.\n', 'Four.\n', 0],
      ['Five.', 'five.', 0],
    ]);
  });

  it('names every change in exactly one row, in order', () => {
    fc.assert(
      fc.property(lines, lines, (output, edit) => {
        const diff = diffTexts(output, edit);
        const named = alignRows(output, edit, diff).flatMap((row) => row.changeIds);
        expect(named).toEqual(diff.changes.map(({ id }) => id));
      }),
    );
  });

  it('has no rows for two empty texts', () => {
    expect(rowsOf('', '')).toEqual([]);
  });
});

function rowsOf(output: string, edit: string) {
  return alignRows(output, edit, diffTexts(output, edit)).map(plain);
}

function joined(list: readonly SideSegment[]): string {
  return list.map(({ text }) => text).join('');
}

function plain({ left, right, changeIds }: AlignedRow) {
  return [joined(left), joined(right), changeIds.length];
}
