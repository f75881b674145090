import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedInput, compareWords, likeness } from './likeness.ts';

function like(first: string, second: string): number {
  return likeness(comparedInput(first), comparedInput(second));
}

describe('likeness of inputs', () => {
  it('is the share of words in both, whatever their order and case', () => {
    expect(like('Where is my parcel?', 'my PARCEL, where is')).toBe(1);
    expect(like('one two three', 'one two four')).toBeCloseTo(0.5);
  });

  it('knows misspelt words and other endings, where words alone do not', () => {
    // One word of five, and one of three.
    expect(like('refund my order', 'refunding my orders')).toBeGreaterThan(0.5);
    expect(like('cancel subscription', 'cancel subscribtion')).toBeGreaterThan(0.6);
  });

  it('is small for another question, and 0 without words', () => {
    expect(like('Where is my parcel?', 'How do I return shoes?')).toBeLessThan(0.3);
    expect([like('', ''), like('?', '?'), like('a', '')]).toEqual([0, 0, 0]);
  });

  it('is that of the ends where a long text is worked on', () => {
    const document = Array.from({ length: 200 }, (_, index) => `word${String(index)}`).join(' ');
    expect(like(document, document)).toBe(1);
    expect(like(`first ${document}`, `other ${document}`)).toBeGreaterThan(0.9);
    expect(
      like(`${document} ${'go north today and '.repeat(10)}`, `${document} ${'sell all of it '.repeat(12)}`),
    ).toBeLessThan(0.3);
  });

  it('is none where a long text goes on, by a word or within one', () => {
    const code = `${'const value = compute(previous, next);\n'.repeat(8)}const total = su`;
    expect(like(code, `${code}m(values);`)).toBe(0);
    expect(like(code, `${code} and more`)).toBe(0);
    expect(like(`${code}.`, `${code}, and more`)).toBe(0);
    expect(like(code, `${code}  `)).toBe(1);
    // What was taken back, to ask again.
    expect(like(`${code} and more`, code)).toBeGreaterThan(0.6);
    // A question may be made longer.
    expect(like('Where is my parcel', 'Where is my parcel now?')).toBeGreaterThan(0.8);
  });

  it('is that of the whole where texts end the same, as those made from a template do', () => {
    const end = 'Answer in English, in three friendly sentences, and sign with the name of the shop. '.repeat(
      3,
    );
    expect(
      like(
        `${'parcel late '.repeat(9)}one two three four five six. ${end}`,
        `refund shoes size nine red laces broken sole heel. ${end}`,
      ),
    ).toBeLessThan(0.6);
  });

  it('is the same from both sides, within 0 and 1, and 1 for a text with words and itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
        const found = like(first, second);
        expect(found).toBe(like(second, first));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(like(first, first));
      }),
    );
  });
});

describe('words of two inputs', () => {
  it('are shared, dropped or added, each once', () => {
    expect(compareWords(comparedInput('where is my is parcel'), comparedInput('is my parcel late'))).toEqual({
      shared: ['is', 'my', 'parcel'],
      dropped: ['where'],
      added: ['late'],
    });
  });
});
