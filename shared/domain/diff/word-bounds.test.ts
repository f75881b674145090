import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordBounds } from './word-bounds.ts';

describe('wordBounds', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const expected = (text: string) =>
    [...segmenter.segment(text)].map(({ index }) => index).concat(text.length);
  const check = (texts: fc.Arbitrary<string>) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(wordBounds(text)).toEqual(expected(text));
      }),
      { numRuns: 3_000 },
    );
  };

  it('cuts ASCII as Intl.Segmenter does', () => {
    check(fc.string({ unit: 'binary-ascii', maxLength: 40 }));
    check(fc.string({ unit: fc.constantFrom(...`aB1_.,;:'"- \r\n\t`.split('')), maxLength: 12 }));
  });

  it('cuts a mix of scripts as Intl.Segmenter does', () => {
    check(fc.string({ unit: 'binary', maxLength: 40 }));
    // prettier-ignore
    const parts = fc.constantFrom(
      'a', 'b.c', '1,2', ' ', '  ', '\n', '\r\n', "'", '’', '“', 'é', 'e\u0301', '\u0301', '\u00a0', '\u2003',
      '漢字', 'かな', 'สวัสดี', '👩‍👧', '🇩🇪', '🇪', '\u200d', '\u00ad', 'שלום', '"', '\ud83d', '\u0085', '\u2028',
    );
    check(fc.array(parts, { maxLength: 20 }).map((all) => all.join('')));
  });

  it('gives the length alone for an empty text', () => {
    expect(wordBounds('')).toEqual([0]);
  });
});
