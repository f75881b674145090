import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInterner } from './token-interner.ts';

const token = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '漢', '😀', '\ud800'), maxLength: 3 });

describe('an interner', () => {
  it('gives ids in the order of first sight, equal ones to equal tokens only', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 400 }), (tokens) => {
        const interner = createInterner();
        const known = new Map<string, number>();
        for (const each of tokens) {
          if (!known.has(each)) known.set(each, known.size);
          expect(interner.idOf(each)).toBe(known.get(each));
        }
        expect(interner.size()).toBe(known.size);
      }),
    );
  });

  it('knows a token wherever it stands', () => {
    fc.assert(
      fc.property(token, token, token, (before, each, after) => {
        const interner = createInterner();
        const id = interner.idOf(each);
        const text = before + each + after;
        expect(interner.idAt(text, before.length, before.length + each.length)).toBe(id);
      }),
    );
  });

  it('holds many different tokens', () => {
    const interner = createInterner();
    const ids = Array.from({ length: 5000 }, (_, index) => interner.idOf(`token ${index}`));
    expect(ids).toEqual(Array.from({ length: 5000 }, (_, index) => index));
    expect(interner.idOf('token 4321')).toBe(4321);
  });

  it('gives one id to tokens that a fold makes equal', () => {
    const interner = createInterner((each) => each.toLowerCase());
    expect(interner.idOf('Word')).toBe(interner.idAt('a WORD', 2, 6));
  });
});
