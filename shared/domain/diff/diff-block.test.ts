import { describe, expect, it } from 'vitest';
import { diffBlock, type Hunk, type Work } from './diff-block.ts';

describe('diffBlock', () => {
  it('finds the shortest script, in token indexes of the whole text', () => {
    const { solved, hunks } = run([1, 2, 3, 4], [1, 5, 3, 4, 6], 100);
    expect(solved).toBe(true);
    expect(hunks).toEqual([
      { startA: 11, endA: 12, startB: 21, endB: 22 },
      { startA: 14, endA: 14, startB: 24, endB: 25 },
    ]);
  });

  it('gives up without an answer when the comparisons are used up', () => {
    // Two periods that drift apart: every diagonal of the search runs on for a while, at every edit length.
    const tens = Array.from({ length: 5_000 }, (_, i) => (i % 10 === 9 ? 2 : 1));
    const elevens = Array.from({ length: 4_950 }, (_, i) => (i % 11 === 10 ? 2 : 1));
    expect(run(tens, elevens, 20_000)).toEqual({ solved: false, hunks: [], comparisons: 20_000 });
    expect(run(tens, elevens, 200_000).comparisons).toBe(200_000);
  });

  it('never compares more than what the whole pair has left', () => {
    const work: Work = { comparisons: 90, limit: 100, scanned: 0 };
    expect(diffBlock(repeat(1, 50), repeat(2, 50), 0, 0, work, 5_000, [])).toBe(false);
    expect(work.comparisons).toBeLessThanOrEqual(100);
  });
});

function run(a: number[], b: number[], budget: number) {
  const work: Work = { comparisons: 0, limit: 1_000_000, scanned: 0 };
  const hunks: Hunk[] = [];
  const solved = diffBlock(a, b, 10, 20, work, budget, hunks);
  return { solved, hunks, comparisons: work.comparisons };
}

function repeat(value: number, count: number): number[] {
  return Array.from({ length: count }, () => value);
}
