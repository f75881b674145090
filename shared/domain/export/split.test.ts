import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '../text/hash-text.ts';
import { splitOf, splitProblem } from './split.ts';

describe('splitOf', () => {
  it('never changes: these groups are where they were in the first version', () => {
    const parts = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'].map((group) =>
      splitOf(group, { validation: 0.5, seed: 1 }),
    );
    expect(parts).toEqual([
      'training',
      'validation',
      'training',
      'training',
      'validation',
      'training',
      'training',
      'training',
    ]);
    expect(['', 'a', 'ab', 'ü😀'].map((text) => hashText(text, 7))).toEqual([
      1934365311956155, 2718531056389001, 2620640123255923, 2227719084912636,
    ]);
  });

  it('keeps a group in validation when the share grows', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer(),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (group, seed, a, b) => {
          const [small, large] = [Math.min(a, b), Math.max(a, b)];
          if (splitOf(group, { validation: small, seed }) === 'validation') {
            expect(splitOf(group, { validation: large, seed })).toBe('validation');
          }
          expect(splitOf(group, { validation: 0, seed })).toBe('training');
        },
      ),
    );
  });

  it('holds out the share that was asked for, of names as alike as ids are', () => {
    for (const seed of [0, 1, 42, -5]) {
      for (const validation of [0.05, 0.1, 0.5]) {
        const groups = Array.from({ length: 20_000 }, (_, id) => `session-${id}`);
        const held = groups.filter((group) => splitOf(group, { validation, seed }) === 'validation').length;
        // Five standard deviations of a fair draw.
        expect(Math.abs(held - 20_000 * validation)).toBeLessThan(
          5 * Math.sqrt(20_000 * validation * (1 - validation)),
        );
      }
    }
  });

  it('draws anew with another seed', () => {
    const groups = Array.from({ length: 10_000 }, (_, id) => `u${id}`);
    const held = (seed: number): Set<string> =>
      new Set(groups.filter((group) => splitOf(group, { validation: 0.5, seed }) === 'validation'));
    const both = held(1).intersection(held(2)).size;
    expect(Math.abs(both - 2500)).toBeLessThan(250);
  });
});

describe('a test part', () => {
  it('takes nothing out of validation, and keeps its groups when its share grows', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (group, seed) => {
        const of = (test: number) => splitOf(group, { validation: 0.3, test, seed });
        expect(of(0.2) === 'validation').toBe(of(0) === 'validation');
        if (of(0.2) === 'test') expect(of(0.4)).toBe('test');
      }),
    );
  });

  it('leaves something to train on', () => {
    expect(splitProblem({ validation: 0.5, test: 0.5 })).toContain('smaller');
    expect(splitProblem({ validation: 0.5, test: 0.4 })).toBeNull();
    expect(splitProblem({ validation: 0.9 })).toBeNull();
  });
});

describe('hashText', () => {
  it('does not clash on a hundred thousand short texts', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, id) => hashText(`row ${id}`)));
    expect(hashes.size).toBe(100_000);
  });
});
