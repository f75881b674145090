import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumn, unpackLong, unpackShort } from './packed-column.ts';

describe('packed columns', () => {
  it('give back any whole numbers, in any number', () => {
    fc.assert(
      fc.property(fc.int32Array({ maxLength: 50 }), fc.int16Array({ maxLength: 50 }), (long, short) => {
        expect(unpackLong(packColumn(long))).toEqual(long);
        expect(unpackShort(packColumn(short))).toEqual(short);
      }),
    );
  });

  it('are base64 as others write it, also over the border of their parts', () => {
    const numbers = Int32Array.from({ length: 20_000 }, (_, index) => index * index - 7);
    const bytes = Array.from(new Uint8Array(numbers.buffer), (byte) => String.fromCharCode(byte));
    expect(atob(packColumn(numbers))).toBe(bytes.join(''));
    expect(unpackLong(packColumn(numbers))).toEqual(numbers);
  });
});
