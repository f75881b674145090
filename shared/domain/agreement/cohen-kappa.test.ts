import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa, pairAgreement } from './cohen-kappa.ts';
import { pairsOf, positionsOf, tableOf } from './test-answers.ts';

const powers = { none: 0, linear: 1, quadratic: 2 } as const;

/** Kappa as it is defined: the mean disagreement of the items, and of every answer of one with every one of the other. */
function kappaByDefinition(items: readonly (readonly [number, number])[], power: 0 | 1 | 2): number | null {
  const cost = (a: number, b: number) => (a === b ? 0 : Math.abs(a - b) ** power);
  const observed = items.reduce((sum, [a, b]) => sum + cost(a, b), 0) / items.length;
  const all = items.flatMap(([a]) => items.map(([, b]) => cost(a, b)));
  const expected = all.reduce((sum, one) => sum + one, 0) / all.length;
  return expected > 0 ? 1 - observed / expected : null;
}

describe('cohenKappa', () => {
  const answer = fc.constantFrom(0, 1, 2, 5, 9);
  const items = fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 30 });

  it.each(['none', 'linear', 'quadratic'] as const)('is what its definition says, weights: %s', (weights) => {
    fc.assert(
      fc.property(items, (given) => {
        const table = tableOf(given, 'interval');
        const [pair] = pairsOf(table);
        const ours = pair && cohenKappa(pair, weights, positionsOf(table))(pair.items);
        const theirs = kappaByDefinition(given, powers[weights]);
        if (theirs === null) expect(ours).toBeNull();
        else expect(ours).toBeCloseTo(theirs, 9);
      }),
    );
  });

  it('is about the items both answered', () => {
    const table = tableOf([
      ['a', 'a', null],
      ['b', 'a', null],
      ['b', null, 'b'],
      [null, null, 'a'],
    ]);
    const pairs = pairsOf(table);
    expect(pairs.map(({ raters, itemCount }) => [raters, itemCount])).toEqual([
      [[0, 1], 2],
      [[0, 2], 1],
    ]);
    expect(pairs.map((pair) => pairAgreement(pair)(pair.items))).toEqual([0.5, 1]);
  });
});
