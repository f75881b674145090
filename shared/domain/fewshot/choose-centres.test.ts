import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCentres } from './choose-centres.ts';

function like(a: number, b: number): number {
  return 1 - Math.abs(a - b) / 2;
}

/** Points on a line from 0 to 1: what is near is alike. */
function choose(
  clients: readonly number[],
  points: readonly number[],
  {
    most,
    budget = Infinity,
    tokens = points.map(() => 1),
  }: { most: number; budget?: number; tokens?: number[] },
): readonly number[] {
  const steps = chooseCentres(
    {
      count: points.length,
      tokens,
      quality: points.map(() => 1),
      group: points.map(() => 0),
      groups: 1,
      size: clients.length,
      likeness: (one) => Float32Array.from(clients, (client) => like(client, points[one] ?? 0)),
      total: () => clients.length,
      centrality: clients.map(
        (client) => clients.reduce((sum, other) => sum + like(client, other), 0) / clients.length,
      ),
      column: (one) => Float32Array.from(points, (point) => like(point, clients[one] ?? 0)),
    },
    { budget, most },
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How far the client is from the nearest of these points that is farthest from it. */
function radius(clients: readonly number[], points: readonly number[]): number {
  return Math.max(
    ...clients.map((client) => Math.min(Infinity, ...points.map((point) => Math.abs(point - client)))),
  );
}

const places = (maxLength: number) =>
  fc
    .array(fc.integer({ min: 0, max: 64 }), { minLength: 1, maxLength })
    .map((all) => all.map((at) => at / 64));

describe('k-centre', () => {
  it('leaves nothing more than three times as far away as it had to be', () => {
    fc.assert(
      fc.property(places(8), places(8), fc.integer({ min: 1, max: 3 }), (clients, points, most) => {
        const found = choose(clients, points, { most }).map((one) => points[one] ?? 0);
        let best = Infinity;
        for (let set = 1; set < 2 ** points.length; set++) {
          const chosen = points.filter((_, one) => (set >> one) & 1);
          if (chosen.length <= most) best = Math.min(best, radius(clients, chosen));
        }
        expect(radius(clients, found)).toBeLessThanOrEqual(3 * best + 1e-6);
      }),
    );
  });

  it('begins in the middle, and then takes what is farthest', () => {
    expect(choose([0, 0.4, 0.5, 0.6, 1], [0.02, 0.5, 0.9], { most: 3 })).toEqual([1, 0, 2]);
  });

  it('keeps to the budget: what is too long is passed over', () => {
    const tokens = [5, 30, 5];
    expect(choose([0, 0.5, 1], [0, 0.5, 1], { most: 3, budget: 10, tokens })).toEqual([0, 2]);
  });

  it('ends when everything is covered', () => {
    expect(choose([0.5, 0.5], [0.5, 0.5], { most: 2 })).toEqual([0]);
  });
});
