import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRefined, refineChange, type InnerSpan } from './refine-change.ts';

describe('refineChange', () => {
  it.each([
    ['jumps', 'jumped', 'jump-s-+ed+'],
    ['«operator', '«operation', '«operat-or-+ion+'],
    ['. It rained', ', it rained', '-. I-+, i+t rained'],
    ['naïveté', 'naïvete\u0301s', 'naïvet-é-+e\u0301s+'],
    ['family 👩‍👩‍👧 here', 'family 👩‍👩‍👦 here', 'family -👩‍👩‍👧-+👩‍👩‍👦+ here'],
  ])('%j to %j by characters', (removed, added, expected) => {
    expect(shown(refineChange(removed, added, 'grapheme'))).toBe(expected);
  });

  it.each([
    ['quick', 'slow'],
    ['it', 'in'],
    ['the promise of a new day', 'a walk by the river'],
    ['', 'added'],
    ['removed', ''],
  ])('%j to %j is shown as replaced, since little is kept', (removed, added) => {
    expect(refineChange(removed, added, 'grapheme')).toBeNull();
  });

  it('refines lines by words', () => {
    expect(shown(refineChange('let a = 1;\n', 'let total = 1;\n', 'word'))).toBe('let -a-+total+ = 1;\n');
  });

  it('refines one giant token at its ends', () => {
    const [head, tail] = ['a'.repeat(300_000), 'b'.repeat(300_000)];
    const spans = refineChange(`${head}X${tail}`, `${head}YZ${tail}`, 'grapheme');
    expect(spans?.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['equal', 300_000],
      ['removed', 1],
      ['added', 2],
      ['equal', 300_000],
    ]);
  });

  it('keeps both sides whole, at any length', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('abc', 'e\u0301', '👍🏽', 'xyz', ' ', '\ud83d'), { maxLength: 200 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.constantFrom('grapheme', 'word'),
        (head, removed, added, tail, level) => {
          const [before, after] = [head + removed + tail, head + added + tail];
          const spans = refineChange(before, after, level);
          if (spans === null) return;
          expect(without('added', spans)).toBe(before);
          expect(without('removed', spans)).toBe(after);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('longestRefined', () => {
  it('leaves long changes alone where there are too many to search', () => {
    const change = { removed: 'r'.repeat(100), added: 'a'.repeat(100) };
    expect(longestRefined([change], 400, 'grapheme')).toBe(120);
    expect(
      longestRefined(
        [...Array.from({ length: 50 }, () => change), { removed: 'a', added: 'b' }],
        4_000,
        'grapheme',
      ),
    ).toBe(60);
    expect(longestRefined([change], 400, 'word')).toBe(20_000);
  });
});

function without(kind: InnerSpan['kind'], spans: readonly InnerSpan[]): string {
  return spans.map((span) => (span.kind === kind ? '' : span.text)).join('');
}

function shown(spans: readonly InnerSpan[] | null): string | undefined {
  const marks = { equal: '', removed: '-', added: '+' };
  return spans?.map(({ kind, text }) => marks[kind] + text + marks[kind]).join('');
}
