import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapUnits, microRadius } from './map-places.ts';
import { placePoints } from './place-points.ts';

const discs = [
  { x: 0.3, y: 0.1, size: 60 },
  { x: -0.4, y: 0.2, size: 40 },
];

function columnsOf(changes: readonly { disc: number; similarity: number; digest: number }[]) {
  return {
    disc: Int32Array.from(changes, ({ disc }) => disc),
    similarity: Float64Array.from(changes, ({ similarity }) => similarity),
    digest: Float64Array.from(changes, ({ digest }) => digest),
  };
}

const change = fc.record({
  disc: fc.integer({ min: -1, max: 1 }),
  similarity: fc.double({ min: 0, max: 1, noNaN: true }),
  digest: fc.nat(5),
});

describe('placePoints', () => {
  it('keeps every change inside the disc of its group, and those of none outside of all', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const { x, y } = placePoints(discs, columnsOf(changes));
        for (const [at, { disc }] of changes.entries()) {
          const home = discs[disc] ?? { x: 0, y: 0, size: 0 };
          const away = Math.hypot((x[at] ?? 0) / mapUnits - home.x, (y[at] ?? 0) / mapUnits - home.y);
          if (disc !== -1) expect(away).toBeLessThanOrEqual(microRadius(home.size, 100) + 1 / mapUnits);
          else {
            const held = discs.filter((_, index) => changes.some((other) => other.disc === index));
            const reach = Math.max(
              0,
              ...held.map((one) => Math.hypot(one.x, one.y) + microRadius(one.size, 100)),
            );
            expect(away).toBeGreaterThan(reach);
          }
        }
      }),
    );
  });

  it('puts none on another', () => {
    const many = Array.from({ length: 90 }, (_, at) => ({
      disc: at % 3 === 2 ? -1 : at % 3,
      similarity: 0.5,
      digest: 1,
    }));
    const { x, y } = placePoints(discs, columnsOf(many));
    expect(new Set(Array.from(x, (value, at) => `${value} ${y[at]}`)).size).toBe(90);
  });

  it('puts the most similar in the middle, and equal ones beside each other', () => {
    const some = [0.2, 0.9, 0.2, 0.5, 0.2].map((similarity, at) => ({ disc: 0, similarity, digest: at % 2 }));
    const { x, y } = placePoints(discs, columnsOf(some));
    const away = Array.from(x, (value, at) =>
      Math.hypot(value / mapUnits - 0.3, (y[at] ?? 0) / mapUnits - 0.1),
    );
    const order = [...away.keys()].toSorted((one, other) => (away[one] ?? 0) - (away[other] ?? 0));
    expect(order).toEqual([1, 3, 0, 2, 4]);
  });
});
