import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDisjointSets } from './disjoint-sets.ts';

it('createDisjointSets joins like a plain list of sets would, with the smallest number for each', () => {
  const pair = fc.tuple(fc.nat(19), fc.nat(19));
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const sets = createDisjointSets(20);
      let plain = Array.from({ length: 20 }, (_, item) => [item]);
      for (const [a, b] of pairs) {
        sets.join(a, b);
        const touched = plain.filter((set) => set.includes(a) || set.includes(b));
        plain = [...plain.filter((set) => !touched.includes(set)), [...new Set(touched.flat())]];
      }
      for (const set of plain) for (const item of set) expect(sets.find(item)).toBe(Math.min(...set));
    }),
  );
});
