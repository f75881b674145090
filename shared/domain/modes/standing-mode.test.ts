import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingMode, standingParents } from './standing-mode.ts';

const itself = (id: string) => id;

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('standingMode', () => {
  it('is the end of merges', () => {
    const merges = new Map([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(['a', 'b', 'c', 'd'].map((id) => standingMode(merges, id))).toEqual(['c', 'c', 'c', 'd']);
  });

  it('of a circle is the one made first, from wherever one comes to it', () => {
    const merges = new Map([
      ['z', 'c'],
      ['c', 'b'],
      ['b', 'd'],
      ['d', 'c'],
    ]);
    expect(['z', 'c', 'b', 'd'].map((id) => standingMode(merges, id))).toEqual(['b', 'b', 'b', 'b']);
  });

  it('always stands itself, whatever was merged with what', () => {
    const id = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), (pairs) => {
        const merges = new Map(pairs.filter(([from, into]) => from !== into));
        for (const one of ids) {
          const standing = standingMode(merges, one);
          expect(standingMode(merges, standing)).toBe(standing);
        }
      }),
    );
  });
});

describe('standingParents', () => {
  it('are those that stand', () => {
    const modes = [
      { id: 'a', parent: 'old' },
      { id: 'b', parent: 'a' },
      { id: 'c', parent: 'gone' },
      { id: 'd', parent: 'd' },
      { id: 'e', parent: null },
    ];
    const parents = standingParents(modes, (id) => (id === 'old' ? 'e' : id));
    expect([...parents]).toEqual([
      ['a', 'e'],
      ['b', 'a'],
    ]);
  });

  it('make no circle: it is cut at the one made first', () => {
    const modes = [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'c' },
      { id: 'c', parent: 'a' },
      { id: 'd', parent: 'b' },
    ];
    expect([...standingParents(modes, itself)]).toEqual([
      ['b', 'c'],
      ['c', 'a'],
      ['d', 'b'],
    ]);
  });

  it('lead to an end from everywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids, null), { minLength: 6, maxLength: 6 }), (said) => {
        const parents = standingParents(
          ids.map((id, index) => ({ id, parent: said[index] ?? null })),
          itself,
        );
        for (const id of ids) {
          let steps = 0;
          for (let above = parents.get(id); above !== undefined; above = parents.get(above)) steps++;
          expect(steps).toBeLessThan(ids.length);
        }
      }),
    );
  });
});
