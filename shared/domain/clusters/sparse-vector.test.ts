import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packVector, unpackVector } from './sparse-vector.ts';

const terms = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 60 })
  .map((list) => Uint32Array.from(list).toSorted());

describe('packVector', () => {
  it('keeps whole weights to 255 in a byte each, exactly', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 60, maxLength: 60 }),
        (of, list) => {
          const vector = { terms: of, weights: Float32Array.from(list.slice(0, of.length)) };
          expect(unpackVector(packVector(vector))).toEqual(vector);
        },
      ),
    );
    expect(packVector({ terms: Uint32Array.of(5, 9), weights: Float32Array.of(1, 255) })).toHaveLength(5);
  });

  it('keeps other weights exactly', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(fc.float({ noNaN: true }), { minLength: 60, maxLength: 60 }),
        (of, list) => {
          const vector = { terms: of, weights: Float32Array.from(list.slice(0, of.length)) };
          expect(unpackVector(packVector(vector))).toEqual(vector);
        },
      ),
    );
  });

  it('keeps a vector of a model in a byte a weight, to one part in 127 of the greatest', () => {
    const numbers = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 16, maxLength: 400 });
    fc.assert(
      fc.property(numbers, (list) => {
        const weights = Float32Array.from(list);
        const packed = packVector({ terms: Uint32Array.from(weights.keys()), weights });
        expect(packed).toHaveLength(5 + weights.length);
        const read = unpackVector(packed);
        expect([...read.terms]).toEqual([...weights.keys()]);
        const most = Math.max(...weights.map(Math.abs));
        for (const [index, weight] of weights.entries())
          expect(Math.abs((read.weights[index] ?? 0) - weight)).toBeLessThanOrEqual(most / 254 + 1e-6);
      }),
    );
  });

  it('keeps nothing of nothing', () => {
    const nothing = { terms: new Uint32Array(0), weights: new Float32Array(0) };
    expect(unpackVector(packVector(nothing))).toEqual(nothing);
  });
});
