import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRows, type AlignedRow, type SideSegment } from '../../../shared/domain/diff/diff-segments.ts';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { cutLongRows } from './cut-long-rows.ts';

const parts = ['word ', 'longerword', '\n', 'é', 'e\u0301', '👩‍👩‍👧', '漢字', ' ', '\r\n', '\ud83d', 'שלום '];
const text = fc.array(fc.constantFrom(...parts), { maxLength: 80 }).map((all) => all.join(''));

function joined(side: readonly SideSegment[]): string {
  return side.map((segment) => segment.text).join('');
}

function rowsOf(output: string, edit: string, longest: number): AlignedRow[] {
  return [...cutLongRows(alignRows(output, edit, diffTexts(output, edit)), longest)];
}

describe('cutting long rows', () => {
  it('keeps both texts whole, in order and with the pieces of their changes', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 4, max: 60 }), (output, edit, longest) => {
        const rows = rowsOf(output, edit, longest);
        expect(joined(rows.flatMap((row) => row.left))).toBe(output);
        expect(joined(rows.flatMap((row) => row.right))).toBe(edit);
        for (const row of rows) {
          for (const segment of [...row.left, ...row.right]) {
            expect(segment.pieces.map((piece) => piece.text).join('')).toBe(segment.text);
            if (segment.changeId !== null) expect(row.changeIds).toContain(segment.changeId);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names every change, in order', () => {
    const [output, edit] = ['one two three '.repeat(40), 'one too three '.repeat(40)];
    const { changes } = diffTexts(output, edit);
    const named = rowsOf(output, edit, 50).flatMap((row) => row.changeIds);
    expect([...new Set(named)]).toEqual(changes.map(({ id }) => id));
  });

  it('cuts between words, and inside no character where there are none', () => {
    const words = rowsOf('word '.repeat(100), 'word '.repeat(100), 52);
    expect(words.length).toBeGreaterThan(8);
    for (const { left } of words) expect(joined(left)).toMatch(/^(?:word )+$/);
    const family = '👩‍👩‍👧';
    for (const { left } of rowsOf(family.repeat(30), '', 25))
      expect(joined(left).replaceAll(family, '')).toBe('');
  });
});
