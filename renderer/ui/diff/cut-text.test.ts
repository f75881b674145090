import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastPart, outerParts } from './cut-text.ts';

const texts = fc
  .array(fc.constantFrom('a', ' ', '\n', '👩‍👩‍👧', 'é', 'e\u0301', '日'))
  .map((parts) => parts.join(''));

describe('parts of long texts', () => {
  it('are the end, or both ends', () => {
    expect(lastPart('one two  three', 9)).toBe('…two three');
    expect(lastPart('one two three four', 13)).toBe('…three four');
    expect(lastPart('onetwothreefourfive six', 13)).toBe('…efourfive six');
    expect(lastPart('one\ntwo', 9)).toBe('one two');
    expect(outerParts('one two three four five', 12)).toBe('one two …five');
    expect(outerParts('one two', 12)).toBe('one two');
    expect(lastPart('\n\n', 9)).toBe('\n\n');
  });

  it('are short and never hold half a character', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 20 }), (text, length) => {
        for (const part of [lastPart(text, length), outerParts(text, length)]) {
          expect(part.isWellFormed()).toBe(true);
          if (text.trim() !== '') expect(part.length).toBeLessThanOrEqual(length + 1);
        }
      }),
    );
  });
});
