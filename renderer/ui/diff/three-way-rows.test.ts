import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { mergeChanges, type ThreeTexts } from '../../../shared/domain/diff/three-way.ts';
import { eachThreeWayRow, type ThreeWayRow } from './three-way-rows.ts';

const words = ['the', 'cat', ' ', ' ', '\n', '漢字', 'שלום', '👩‍👩‍👧', '.', 'x'.repeat(1100)];
const parts = fc.array(fc.constantFrom(...words), { maxLength: 30 });
const threeTexts = fc.tuple(parts, parts, parts, fc.nat(2)).map(([output, left, right, how]): ThreeTexts => {
  const versions = [left, [...output, ...left], output];
  return {
    output: output.join(''),
    left: (versions[how] ?? left).join(''),
    right: [...right, ...output].join(''),
  };
});

function rowsOf(texts: ThreeTexts): ThreeWayRow[] {
  const { output, left, right } = texts;
  const regions = mergeChanges(texts, diffTexts(output, left).changes, diffTexts(output, right).changes);
  return [...eachThreeWayRow(texts, regions)];
}

function joined(segments: ThreeWayRow['left']): string {
  return segments.map(({ text }) => text).join('');
}

function told(rows: readonly ThreeWayRow[]): string[][] {
  return rows.map(({ left, output, right }) => [joined(left), joined(output), joined(right)]);
}

describe('rows of two edits and their output', () => {
  it('hold all of each text, in pieces that are the text, and none is long', () => {
    fc.assert(
      fc.property(threeTexts, fc.boolean(), (texts, isCompared) => {
        const rows = isCompared ? rowsOf(texts) : [...eachThreeWayRow(texts, null)];
        for (const column of ['left', 'output', 'right'] as const) {
          expect(rows.map((row) => joined(row[column])).join('')).toBe(texts[column]);
          for (const { text, pieces } of rows.flatMap((row) => row[column]))
            expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          for (const row of rows) expect(joined(row[column]).length).toBeLessThanOrEqual(3000);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stand beside each other line by line; lines that one edit added have a row of their own', () => {
    const rows = rowsOf({
      output: 'one\ntwo\nthree\n',
      left: 'one\nnew\ntwo\nthree\n',
      right: 'one\ntwo\nthird\n',
    });
    expect(told(rows)).toEqual([
      ['one\n', 'one\n', 'one\n'],
      ['new\n', '', ''],
      ['two\n', 'two\n', 'two\n'],
      ['three\n', 'three\n', 'third\n'],
    ]);
    expect(rows.map(({ changeIds }) => changeIds.length)).toEqual([0, 1, 0, 1]);
  });

  it('name the region in each column, marked where it differs from the output', () => {
    const [row] = rowsOf({ output: 'a cat sat', left: 'a dog sat', right: 'a cat sat' });
    const marked = [row?.left, row?.output, row?.right].map((side) =>
      side?.filter(({ changeId }) => changeId !== null).map(({ text, kind, region }) => [text, kind, region]),
    );
    expect(marked).toEqual([
      [['dog', 'changed', 'left']],
      [['cat', 'changed', 'left']],
      [['cat', 'equal', 'left']],
    ]);
  });
});
