import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import { diffTexts } from './diff-texts.ts';
import { mergeChanges, type Region, type RegionKind, type SameText, type ThreeTexts } from './three-way.ts';

const words = ['the', 'cat', 'sat', ' ', ' ', '\n', '漢字', 'שלום', '👩‍👩‍👧', 'e\u0301', '\ud83d', '.', 'Mat'];
const parts = fc.array(fc.constantFrom(...words), { maxLength: 40 });
const changesOfParts = fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...words, '')), { maxLength: 5 });
/** An output with two versions of it, which often change the same place. */
const threeTexts = fc
  .tuple(parts, changesOfParts, changesOfParts)
  .map(([output, left, right]): ThreeTexts => {
    const edited = (changes: typeof left) => {
      const copy = [...output];
      for (const [position, word] of changes) copy.splice(position, word === '' ? 1 : 0, word);
      return copy.join('');
    };
    return { output: output.join(''), left: edited(left), right: edited(right) };
  });

function regionsOf(texts: ThreeTexts, isSame?: SameText): Region[] {
  const { output, left, right } = texts;
  return mergeChanges(texts, diffTexts(output, left).changes, diffTexts(output, right).changes, isSame);
}

function textsOf(texts: ThreeTexts, region: Region): readonly [output: string, left: string, right: string] {
  return [
    texts.output.slice(region.outputStart, region.outputEnd),
    texts.left.slice(region.leftStart, region.leftEnd),
    texts.right.slice(region.rightStart, region.rightEnd),
  ];
}

/** Kinds with what stands in each text, those where nothing changed left out. */
function told(output: string, left: string, right: string, isSame?: SameText) {
  const texts = { output, left, right };
  return regionsOf(texts, isSame)
    .filter(({ kind }) => kind !== 'same')
    .map((region): readonly [RegionKind, ...string[]] => {
      const [before, one, other] = textsOf(texts, region);
      return [region.kind, before, one, other];
    });
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '');
}

const isSameFolded: SameText = (one, other) => folded(one) === folded(other);

describe('laws of two edits over one output', () => {
  it('lets the regions cover all three texts, in order, with ids of their own', () => {
    fc.assert(
      fc.property(threeTexts, (texts) => {
        const regions = regionsOf(texts);
        const columns = regions.map((region) => textsOf(texts, region));
        expect(columns.map(([text]) => text).join('')).toBe(texts.output);
        expect(columns.map(([, text]) => text).join('')).toBe(texts.left);
        expect(columns.map(([, , text]) => text).join('')).toBe(texts.right);
        expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives each edit when its changes in the regions are applied', () => {
    fc.assert(
      fc.property(threeTexts, (texts) => {
        const regions = regionsOf(texts);
        expect(
          applyChanges(
            texts.output,
            regions.flatMap(({ leftChanges }) => leftChanges),
          ),
        ).toBe(texts.left);
        expect(
          applyChanges(
            texts.output,
            regions.flatMap(({ rightChanges }) => rightChanges),
          ),
        ).toBe(texts.right);
      }),
      { numRuns: 500 },
    );
  });

  it('tells what each edit made of the region', () => {
    fc.assert(
      fc.property(threeTexts, (texts) => {
        for (const region of regionsOf(texts)) {
          const [output, left, right] = textsOf(texts, region);
          const kind =
            left === output
              ? right === output
                ? 'same'
                : 'right'
              : right === output
                ? 'left'
                : left === right
                  ? 'agree'
                  : 'conflict';
          expect(region.kind).toBe(kind);
          expect(region.leftChanges.length > 0).toBe(left !== output);
          expect(region.rightChanges.length > 0).toBe(right !== output);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the mirror image when the edits are swapped; two equal edits agree on everything', () => {
    const mirrored = {
      same: 'same',
      left: 'right',
      right: 'left',
      agree: 'agree',
      conflict: 'conflict',
    } as const;
    fc.assert(
      fc.property(threeTexts, (texts) => {
        const swapped = regionsOf({ output: texts.output, left: texts.right, right: texts.left });
        expect(swapped.map(({ kind, outputStart }) => [mirrored[kind], outputStart])).toEqual(
          regionsOf(texts).map(({ kind, outputStart }) => [kind, outputStart]),
        );
        const equal = regionsOf({ ...texts, right: texts.left });
        expect(equal.every(({ kind }) => kind === 'same' || kind === 'agree')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('two edits over one output', () => {
  it('agree, differ, or are alone in a place', () => {
    expect(
      told(
        'The cat sat on the mat. It was old. It slept.',
        'The dog sat on the rug. It was old. It snored.',
        'The dog sat on the sofa. It was new. It slept.',
      ),
    ).toEqual([
      ['agree', 'cat', 'dog', 'dog'],
      ['conflict', 'mat', 'rug', 'sofa'],
      ['right', 'old', 'old', 'new'],
      ['left', 'slept', 'snored', 'slept'],
    ]);
  });

  it('have no order where both put text in', () => {
    expect(told('One. Two.', 'One. Left. Two.', 'One. Right. Two.').map(([kind]) => kind)).toEqual([
      'conflict',
    ]);
  });

  it('may leave white space and case out', () => {
    expect(told('the cat sat', 'The cat sat', 'the dog sat', isSameFolded)).toEqual([
      ['right', 'cat', 'cat', 'dog'],
    ]);
    expect(told('the cat sat', 'the Dog sat', 'the dog sat', isSameFolded)).toEqual([
      ['agree', 'cat', 'Dog', 'dog'],
    ]);
  });
});
