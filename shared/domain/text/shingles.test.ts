import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard, shinglesOf } from './shingles.ts';

function likeness(a: string, b: string): number {
  return jaccard(shinglesOf([a]), shinglesOf([b]));
}

describe('shinglesOf', () => {
  it.each([
    ['Pay  the INVOICE\n2041, please!', 'pay the invoice 7 please'],
    ['id 12 34', 'id 5 6'],
    ['Zoe\u0308 sagt ja', 'Zoë sagt ja'],
    ['v12a', 'v7a'],
  ])('takes %j and %j for the same', (a, b) => {
    expect(shinglesOf([a])).toEqual(shinglesOf([b]));
  });

  it.each([
    ['one two', 'two one'],
    ['a b', 'a c'],
    ['ab c', 'a bc'],
    ['1 2', '12'],
    ['你好', '好你'],
  ])('tells %j from %j', (a, b) => {
    expect(shinglesOf([a])).not.toEqual(shinglesOf([b]));
  });

  it('takes letters of scripts without spaces for words', () => {
    expect(shinglesOf(['今天天气很好'])).toHaveLength(5);
    expect(shinglesOf(['a今b'])).toHaveLength(2);
  });

  it('reads several texts as one', () => {
    expect(shinglesOf(['one two', 'three'])).toEqual(shinglesOf(['one two three']));
    expect(shinglesOf(['one', 'two'])).not.toEqual(shinglesOf(['onetwo']));
  });

  it('has nothing for a text without words, and one for one word', () => {
    expect(shinglesOf(['', ' ?! '])).toHaveLength(0);
    expect(shinglesOf(['Yes.'])).toEqual(shinglesOf(['yes']));
    expect(shinglesOf(['Yes'])).toHaveLength(1);
  });

  it('is ascending and without repeats, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const shingles = [...shinglesOf(texts)];
        expect(shingles).toEqual([...new Set(shingles)].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('jaccard', () => {
  it('is what is in both by what is in either', () => {
    expect(likeness('a b c d', 'a b c e')).toBe(2 / 4);
    expect(likeness('a b c', 'A b, c')).toBe(1);
    expect(likeness('a b', 'c d')).toBe(0);
    expect(likeness('', '')).toBe(0);
    expect(likeness('a', '')).toBe(0);
  });
});
