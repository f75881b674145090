import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { createNearIndex } from './near-index.ts';
import { jaccard, mixed } from './shingles.ts';

/** Two sets of `size` shingles that share this part, drawn by a number. */
function pair(share: number, size: number, draw: number): readonly [Uint32Array, Uint32Array] {
  const common = Math.round((2 * share * size) / (1 + share));
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => mixed(mixed(draw + 1) ^ (from + index)));
  const both = some(0, common);
  const set = (own: readonly number[]) => Uint32Array.from([...both, ...own]).toSorted();
  return [set(some(10_000, size - common)), set(some(20_000, size - common))];
}

function fingerprint(shingles: Uint32Array): Uint32Array {
  const words = fingerprintOf(shingles);
  if (words === null) throw new Error('There are no shingles.');
  return words;
}

function shareFound(near: number, share: number): number {
  const pairs = Array.from({ length: 1000 }, (_, draw) => pair(share, 150, draw));
  const index = createNearIndex(near, 10);
  const items = pairs.map(([first]) => index.add(fingerprint(first)));
  const found = pairs.filter(([, second], at) => {
    let isFound = false;
    index.visit(fingerprint(second), (item) => (isFound = item === items[at]));
    return isFound;
  });
  return found.length / pairs.length;
}

describe('createNearIndex', () => {
  it.each([
    [0.8, 0.81],
    [0.9, 0.9],
    [0.6, 0.61],
    [0.5, 0.51],
  ])('from %d on finds pairs that share %d', (near, share) => {
    expect(jaccard(...pair(share, 150, 1))).toBeCloseTo(share, 1);
    expect(shareFound(near, share)).toBeGreaterThan(0.98);
  });

  it('does not trouble the caller with pairs that share far less', () => {
    expect(shareFound(0.8, 0.3)).toBe(0);
  });

  it('visits each item once', () => {
    const index = createNearIndex(0.8, 1);
    const [first] = pair(1, 100, 3);
    for (let at = 0; at < 5; at++) index.add(fingerprint(first));
    const visited: number[] = [];
    index.visit(fingerprint(first), (item) => {
      visited.push(item);
      return false;
    });
    expect(visited).toEqual([4, 3, 2, 1, 0]);
  });
});
