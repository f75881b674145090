import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkedTally, type MarkedRange } from './marked-text.ts';

const range = fc
  .tuple(fc.nat(20), fc.nat(8))
  .map(([start, length]): MarkedRange => ({ start, end: start + length }));

function unitsOf(ranges: readonly MarkedRange[]): Set<number> {
  return new Set(
    ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  );
}

describe('createMarkedTally', () => {
  it('is the F1 of the units that both marked', () => {
    const text = fc.tuple(fc.array(range, { maxLength: 5 }), fc.array(range, { maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const tally = createMarkedTally();
        let [both, all] = [0, 0];
        for (const [first, second] of texts) {
          tally.add(first, second);
          const [a, b] = [unitsOf(first), unitsOf(second)];
          both += 2 * a.intersection(b).size;
          all += a.size + b.size;
        }
        expect(tally.finish()).toEqual(all === 0 ? null : both / all);
      }),
    );
  });
});
