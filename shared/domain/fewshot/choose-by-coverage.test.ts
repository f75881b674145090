import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidates, type ChoiceLimits, chooseByCoverage, cover, gainOf } from './choose-by-coverage.ts';

interface Row {
  readonly tokens: number;
  readonly quality: number;
  readonly group: number;
  readonly likeness: readonly number[];
}

function candidatesOf(rows: readonly Row[]): Candidates {
  return {
    count: rows.length,
    tokens: rows.map(({ tokens }) => tokens),
    quality: rows.map(({ quality }) => quality),
    group: rows.map(({ group }) => group),
    groups: 1 + Math.max(0, ...rows.map(({ group }) => group)),
    size: rows[0]?.likeness.length ?? 0,
    likeness: (one) => Float32Array.from(rows[one]?.likeness ?? []),
    total: (one) => rows[one]?.likeness.reduce((sum, like) => sum + like, 0) ?? 0,
  };
}

function choose(rows: readonly Row[], limits: ChoiceLimits): readonly number[] {
  const steps = chooseByCoverage(candidatesOf(rows), limits);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What a set covers. */
function valueOf(rows: readonly Row[], chosen: readonly number[]): number {
  const candidates = candidatesOf(rows);
  const covered = new Float32Array(candidates.size);
  for (const one of chosen) cover(candidates, one, covered);
  return covered.reduce((sum, value) => sum + value, 0);
}

function tokensOf(rows: readonly Row[], chosen: readonly number[]): number {
  return chosen.reduce((sum, one) => sum + (rows[one]?.tokens ?? 0), 0);
}

/** The greatest value of any set within the limits. */
function best(rows: readonly Row[], { budget, most }: ChoiceLimits): number {
  let greatest = 0;
  for (let set = 0; set < 2 ** rows.length; set++) {
    const chosen = rows.flatMap((_, one) => ((set >> one) & 1 ? [one] : []));
    if (chosen.length > most || tokensOf(rows, chosen) > budget) continue;
    greatest = Math.max(greatest, valueOf(rows, chosen));
  }
  return greatest;
}

/** Eighths, so that sums are exact. */
const eighth = fc.integer({ min: 0, max: 8 }).map((part) => part / 8);
const size = 5;
const rowOf = (tokens: fc.Arbitrary<number>, group: fc.Arbitrary<number> = fc.constant(0)) =>
  fc.record({
    tokens,
    quality: fc.constantFrom(0.5, 0.75, 1),
    group,
    likeness: fc.array(eighth, { minLength: size, maxLength: size }),
  });
const someTokens = fc.integer({ min: 1, max: 20 });
const oneToken = fc.constant(1);
const rowsOf = (row: fc.Arbitrary<Row>, maxLength = 9) => fc.array(row, { minLength: 1, maxLength });

function rowIn(group: number, likeness: readonly number[]): Row {
  return { tokens: 1, quality: 1, group, likeness };
}

function rated(quality: number): Row {
  return { tokens: 1, quality, group: 0, likeness: [1, 0.5] };
}

describe('facility location', () => {
  it('gains never less than nothing, and never more once other examples are there', () => {
    fc.assert(
      fc.property(rowsOf(rowOf(oneToken)), fc.nat(), fc.nat(), (rows, first, second) => {
        const candidates = candidatesOf(rows);
        const covered = new Float32Array(size);
        const alone = rows.map((_, one) => gainOf(candidates, one, covered));
        cover(candidates, first % rows.length, covered);
        const later = rows.map((_, one) => gainOf(candidates, one, covered));
        cover(candidates, second % rows.length, covered);
        const last = rows.map((_, one) => gainOf(candidates, one, covered));
        for (const [one, gain] of last.entries()) {
          expect(gain).toBeGreaterThanOrEqual(0);
          expect(gain).toBeLessThanOrEqual(later[one] ?? 0);
          expect(later[one]).toBeLessThanOrEqual(alone[one] ?? 0);
        }
      }),
    );
  });

  it('keeps to the budget and to the number of examples, and takes none twice', () => {
    fc.assert(
      fc.property(
        rowsOf(rowOf(someTokens, fc.integer({ min: 0, max: 2 })), 20),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (rows, budget, most) => {
          const chosen = choose(rows, { budget, most });
          expect(tokensOf(rows, chosen)).toBeLessThanOrEqual(budget);
          expect(chosen.length).toBeLessThanOrEqual(most);
          expect(new Set(chosen).size).toBe(chosen.length);
        },
      ),
    );
  });

  it('comes to 1 - 1/e of the best set of so many examples', () => {
    fc.assert(
      fc.property(rowsOf(rowOf(oneToken)), fc.integer({ min: 1, max: 4 }), (rows, most) => {
        const limits = { budget: Infinity, most };
        const found = valueOf(rows, choose(rows, limits));
        expect(found).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best(rows, limits) - 1e-9);
      }),
    );
  });

  it('comes to half of that, which is what is proved, within a budget', () => {
    fc.assert(
      fc.property(rowsOf(rowOf(someTokens)), fc.integer({ min: 1, max: 60 }), (rows, budget) => {
        const limits = { budget, most: rows.length };
        const found = valueOf(rows, choose(rows, limits));
        expect(found).toBeGreaterThanOrEqual(((1 - 1 / Math.E) / 2) * best(rows, limits) - 1e-9);
      }),
    );
  });

  it('takes what a greedy choice takes that looks at every candidate each time', () => {
    fc.assert(
      fc.property(rowsOf(rowOf(oneToken), 20), fc.integer({ min: 1, max: 6 }), (rows, most) => {
        const candidates = candidatesOf(rows);
        const covered = new Float32Array(size);
        const expected: number[] = [];
        while (expected.length < most) {
          const gains = rows.map((_, one) => gainOf(candidates, one, covered));
          const next = gains.indexOf(Math.max(...gains));
          if ((gains[next] ?? 0) <= 0) break;
          expected.push(next);
          cover(candidates, next, covered);
        }
        expect(choose(rows, { budget: Infinity, most })).toEqual(expected);
      }),
    );
  });

  it('does not depend on the order in which the interactions to cover come', () => {
    fc.assert(
      fc.property(
        rowsOf(rowOf(someTokens), 12),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: size }),
        (rows, order) => {
          const limits = { budget: 40, most: 5 };
          const moved = rows.map((row) => ({ ...row, likeness: order.map((at) => row.likeness[at] ?? 0) }));
          expect(choose(moved, limits)).toEqual(choose(rows, limits));
        },
      ),
    );
  });

  it('lets groups take turns, the first one first', () => {
    const rows = [
      rowIn(0, [1, 0, 0]),
      rowIn(0, [0, 1, 0]),
      rowIn(0, [0.5, 0.5, 0]),
      rowIn(1, [0, 0, 0.25]),
      rowIn(1, [0, 0, 0.5]),
    ];
    expect(choose(rows, { budget: 9, most: 3 })).toEqual([0, 4, 1]);
    expect(choose(rows, { budget: 9, most: 9 })).toEqual([0, 4, 1]);
  });

  it('takes one long example rather than a short one beside which it does not fit', () => {
    const short = { ...rowIn(0, [0.25, 0, 0]), tokens: 1 };
    const long = { ...rowIn(0, [1, 1, 1]), tokens: 20 };
    expect(choose([short, long], { budget: 20, most: 2 })).toEqual([1]);
    const several = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ].map((likeness) => Object.assign(rowIn(0, likeness), { tokens: 7 }));
    const dear = { ...rowIn(0, [0.5, 0.5, 0.5]), tokens: 20 };
    expect(choose([dear, ...several], { budget: 21, most: 3 })).toEqual([1, 2, 3]);
  });

  it('prefers of like examples the better one', () => {
    expect(choose([rated(0.6), rated(0.9), rated(0.7)], { budget: 1, most: 1 })).toEqual([1]);
  });
});
