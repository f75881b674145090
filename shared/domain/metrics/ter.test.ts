import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translationEditRate } from './ter.ts';
import { alignWords, wordDistance } from './word-distance.ts';

describe('translationEditRate', () => {
  it.each([
    ['the same words', 'the same words', 0, 0],
    ['The Same words', 'the same words', 0, 0],
    ['a b c', 'a x c', 1, 0],
    ['a b c', 'a c', 1, 0],
    ['a c', 'a b c', 1, 0],
    // One block moved is one edit, where insertions and deletions would be six.
    ['d e f a b c g', 'a b c d e f g', 1, 1],
    // The example of Snover et al. (2006): one shift, two substitutions, one insertion.
    [
      'this week the saudis denied information published in the new york times',
      'saudi arabia denied this week information published in the american new york times',
      4,
      1,
    ],
  ])('%j against %j: %i edits', (text, reference, edits, shifts) => {
    const score = translationEditRate(text, reference, { tokenization: 'whitespace' });
    expect(score).toMatchObject({ edits, shifts, method: 'shifts' });
    expect(score.score).toBeCloseTo(edits / reference.split(' ').length, 10);
  });

  it('tells case apart when asked to', () => {
    expect(translationEditRate('The end', 'the end', { caseSensitive: true }).edits).toBe(1);
  });

  it('cuts punctuation off words unless the text is tokenised', () => {
    expect(translationEditRate('The end.', 'The end').edits).toBe(1);
    expect(translationEditRate('The end.', 'The end').referenceWords).toBe(2);
    expect(translationEditRate('3.14 it’s', '3.14 it').edits).toBe(1);
    expect(translationEditRate('東京', '東').edits).toBe(1);
    expect(translationEditRate('The end.', 'The end', { tokenization: 'whitespace' }).edits).toBe(1);
  });

  it('does without shifts when asked to', () => {
    const score = translationEditRate('b c a', 'a b c', { shifts: false });
    expect(score).toMatchObject({ edits: 2, shifts: 0, method: 'no-shifts' });
  });

  it('scores texts without words', () => {
    expect(translationEditRate('', '')).toMatchObject({ score: 0, edits: 0 });
    expect(translationEditRate('', 'a b')).toMatchObject({ score: 1, edits: 2 });
    expect(translationEditRate('a b', '')).toMatchObject({ score: 2, edits: 2, referenceWords: 0 });
  });

  it('says so where texts are too long for shifts or for the exact script', () => {
    expect(translationEditRate(words(500, 0), words(500, 1))).toMatchObject({
      method: 'no-shifts',
      edits: 2,
    });
    expect(translationEditRate(words(6_000, 0), words(6_000, 1))).toMatchObject({
      method: 'approximate',
      edits: 2,
    });
    const shuffled = Array.from({ length: 390 }, (_, i) => `w${(i * 7) % 13}`).join(' ');
    const other = Array.from({ length: 390 }, (_, i) => `w${(i * 5) % 13}`).join(' ');
    expect(translationEditRate(shuffled, other).method).toBe('some-shifts');
  });

  it('is never above the rate without shifts, and zero only for equal words', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const shifted = translationEditRate(first, second).edits;
        expect(shifted).toBeLessThanOrEqual(translationEditRate(first, second, { shifts: false }).edits);
        expect(shifted === 0).toBe(first === second);
      }),
      { numRuns: 500 },
    );
  });
});

describe('wordDistance', () => {
  const sequence = fc.array(fc.nat(4), { maxLength: 12 }).map((all) => Int32Array.from(all));

  it('is a metric', () => {
    fc.assert(
      fc.property(sequence, sequence, sequence, (a, b, c) => {
        expect(wordDistance(a, b)).toBe(wordDistance(b, a));
        expect(wordDistance(a, c)).toBeLessThanOrEqual(wordDistance(a, b) + wordDistance(b, c));
        expect(wordDistance(a, a)).toBe(0);
      }),
    );
  });

  it('agrees with the errors of the alignment', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const { alignment, wrongWords, wrongTargets } = alignWords(a, b);
        expect(wordDistance(a, b)).toBeGreaterThanOrEqual(
          Math.max(countSet(wrongWords), countSet(wrongTargets)),
        );
        expect(wordDistance(a, b)).toBeLessThanOrEqual(countSet(wrongWords) + countSet(wrongTargets));
        for (const [j, flag] of wrongTargets.entries())
          if (flag === 0) expect(a[alignment[j] ?? -1]).toBe(b[j]);
      }),
    );
  });
});

function words(count: number, first: number): string {
  return Array.from({ length: count }, (_, i) => `w${first + i}`).join(' ');
}

function countSet(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}
