import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey, placeProblem } from './span-place.ts';

const output = 'Hi 👋 there';

describe('placeProblem', () => {
  it.each([
    [0, 2, null],
    [3, 5, null],
    [0, output.length, null],
    [2, 2, 'put in'],
  ])('takes %i to %i', (start, end, added) => {
    expect(placeProblem(output, { start, end, added })).toBe(null);
  });

  it.each([
    [-1, 2, null, 'goes from 0 to 11'],
    [4, 3, null, 'is no part'],
    [0, 12, null, 'is no part'],
    [0.5, 2, null, 'is no part'],
    [0, 4, null, 'Mark the whole character'],
    [4, 6, null, 'Mark the whole character'],
    [2, 2, null, 'at least one character'],
    [2, 2, '', 'at least one character'],
  ])('refuses %d to %d', (start, end, added, sentence) => {
    expect(placeProblem(output, { start, end, added })).toContain(sentence);
  });

  it('takes a place exactly where both sides of it and it itself are well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.nat(30), (text, start, end) => {
        const parts = [text.slice(0, start), text.slice(start, end), text.slice(end)];
        const isPlace = start < end && end <= text.length && parts.every((part) => part.isWellFormed());
        expect(placeProblem(text, { start, end, added: null }) === null).toBe(isPlace);
      }),
    );
  });
});

describe('placeKey', () => {
  it('tells marked text, deleted text and replaced text at one place apart', () => {
    const keys = [null, '', 'new', 'newer'].map((added) => placeKey({ start: 1, end: 4, added }));
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toBe('1-4');
    expect(keys.join('')).not.toContain('/');
    expect(placeKey({ start: 1, end: 4, added: 'new' })).toBe(keys[2]);
  });
});
