import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointsBefore } from './code-points.ts';

it('counts a pair as one, also from its middle', () => {
  expect(codePointsBefore('a😀b', [0, 1, 2, 3, 4, 9])).toEqual([0, 1, 2, 2, 3, 3]);
});

it('counts what a spread counts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
      const text = parts.join('');
      const positions = parts.map((_, index) => parts.slice(0, index + 1).join('').length);
      expect(codePointsBefore(text, positions)).toEqual(
        positions.map((position) => Array.from(text.slice(0, position)).length),
      );
    }),
  );
});
