import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import { alignRows } from './diff-segments.ts';
import { diffTexts } from './diff-texts.ts';
import { revertSome } from './revert-some.ts';

const words = fc.array(
  fc.constantFrom(
    'one',
    'two ',
    ' three',
    '\n',
    '\r\n',
    ' ',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '漢字',
    'שלום',
    '\ud83d',
    'the end. ',
  ),
  { minLength: 20, maxLength: 60 },
);
const pairs = words.chain((output) =>
  fc
    .array(fc.tuple(fc.nat(60), fc.constantFrom('new ', '', 'x', '\n')), { minLength: 2, maxLength: 8 })
    .map((edits): [string, string] => {
      const edited: string[] = [...output];
      for (const [position, text] of edits) edited.splice(position, text === '' ? 2 : 0, text);
      return [output.join(''), edited.join('')];
    }),
);
const level = fc.constantFrom('word' as const, 'line' as const);

describe('an edit with some of its changes reverted', () => {
  it('is the edit without any, the output with all, and the output with the others applied in between', () => {
    let subsets = 0;
    fc.assert(
      fc.property(pairs, level, fc.array(fc.boolean(), { maxLength: 20 }), ([output, edit], at, chosen) => {
        const diff = diffTexts(output, edit, { level: at });
        const ids = diff.changes.map(({ id }) => id);
        expect(revertSome(edit, diff, new Set()).text).toBe(edit);
        expect(revertSome(edit, diff, new Set(ids)).text).toBe(output);
        const some = new Set(ids.filter((_, index) => chosen[index]));
        if (some.size > 0 && some.size < ids.length) subsets++;
        const others = diff.changes.filter(({ id }) => !some.has(id));
        expect(revertSome(edit, diff, some).text).toBe(applyChanges(output, others));
      }),
      { numRuns: 1_000 },
    );
    expect(subsets).toBeGreaterThan(100);
  });

  it('keeps every change in its place: what is shown gives both texts, and the ids stay', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.boolean(), { maxLength: 20 }), ([output, edit], chosen) => {
        const diff = diffTexts(output, edit);
        const some = new Set(diff.changes.map(({ id }) => id).filter((_, index) => chosen[index]));
        const { text, shown, standing } = revertSome(edit, diff, some);
        expect(shown.changes.map(({ id }) => id)).toEqual(diff.changes.map(({ id }) => id));
        expect(applyChanges(output, standing.changes)).toBe(text);
        for (const { editStart, editEnd, added } of shown.changes)
          expect(text.slice(editStart, editEnd)).toBe(added);
        for (const { outputStart, outputEnd, editStart, editEnd } of shown.moves)
          expect(text.slice(editStart, editEnd)).toBe(output.slice(outputStart, outputEnd));
        const rows = alignRows(output, text, shown);
        const sideOf = (side: 'left' | 'right') =>
          rows.flatMap((row) => row[side].map((segment) => segment.text)).join('');
        expect([sideOf('left'), sideOf('right')]).toEqual([output, text]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps what the comparison ignored as the edit has it', () => {
    const [output, edit] = ['The  cat sat on a mat.', 'The cat sat on the Mat.'];
    const diff = diffTexts(output, edit, { ignoreWhitespace: true });
    const [change] = diff.changes;
    expect(revertSome(edit, diff, new Set(diff.changes.map(({ id }) => id))).text).toBe(
      'The cat sat on a mat.',
    );
    expect(change).toMatchObject({ removed: 'a mat', added: 'the Mat' });
  });
});
