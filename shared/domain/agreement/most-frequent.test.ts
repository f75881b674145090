import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostFrequent } from './most-frequent.ts';
import { finish } from './test-answers.ts';

describe('mostFrequent', () => {
  it('is what sorting gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6)), fc.nat(8), (counts, most) => {
        const sorted = counts.map((count, index) => ({ count, index })).toSorted((a, b) => b.count - a.count);
        const expected = sorted.slice(0, most).map(({ index }) => index);
        expect(finish(mostFrequent(counts, most))).toEqual(expected);
      }),
    );
  });
});
