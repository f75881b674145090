import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameText } from './is-same-text.ts';

describe('isSameText', () => {
  it('says what comparing texts with their white space normalised says', () => {
    const text = fc
      .array(
        fc.constantFrom('a', 'b', ' ', '\n', '\t', '\u00a0', '\u3000', '\u0085', 'é', '\ud83d', '\ude00'),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(isSameText(a, b)).toBe(normalise(a) === normalise(b));
      }),
      { numRuns: 5000 },
    );
  });
});

function normalise(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
