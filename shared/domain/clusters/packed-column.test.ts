import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumn, unpackColumn } from './packed-column.ts';

describe('packed columns', () => {
  it('gives back any whole numbers, in any number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), (numbers) => {
        expect([...unpackColumn(packColumn(numbers))]).toEqual(numbers);
      }),
    );
  });

  it('writes base64 as others do, also over the border of its parts', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => index * index - 7);
    expect(atob(packColumn(numbers))).toBe(
      Array.from(new Uint8Array(Int32Array.from(numbers).buffer), (byte) => String.fromCharCode(byte)).join(
        '',
      ),
    );
    expect(unpackColumn(packColumn(numbers))).toEqual(Int32Array.from(numbers));
  });
});
