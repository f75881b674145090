import { describe, expect, it } from 'vitest';
import { createPaceTally, itemsPerHour, longestPauseMs } from './pace.ts';

function paceOf(acts: readonly (readonly [item: string, seconds: number])[]) {
  const tally = createPaceTally();
  for (const [item, seconds] of acts) tally.add({ item, at: seconds * 1000 });
  return tally.finish();
}

describe('pace', () => {
  it('counts the interactions gone on to, in the time between acts', () => {
    const worked = paceOf([
      ['a', 0],
      ['a', 5],
      ['b', 20],
      ['c', 30],
      ['c', 40],
    ]);
    expect(worked).toEqual({ items: 2, milliseconds: 40_000 });
    expect(itemsPerHour(worked)).toBe(180);
  });

  it('leaves out pauses of more than five minutes, with the interaction begun after them', () => {
    const pause = longestPauseMs / 1000;
    expect(
      paceOf([
        ['a', 0],
        ['b', pause],
        ['c', 2 * pause + 1],
        ['d', 2 * pause + 11],
      ]),
    ).toEqual({ items: 2, milliseconds: longestPauseMs + 10_000 });
  });

  it('takes no time from a clock that was put back', () => {
    expect(
      paceOf([
        ['a', 100],
        ['b', 50],
        ['c', 60],
      ]),
    ).toEqual({ items: 1, milliseconds: 10_000 });
  });

  it('is not known of one act, or of one interaction', () => {
    expect(itemsPerHour(paceOf([]))).toBeNull();
    expect(itemsPerHour(paceOf([['a', 0]]))).toBeNull();
    expect(
      itemsPerHour(
        paceOf([
          ['a', 0],
          ['a', 9],
        ]),
      ),
    ).toBeNull();
  });
});
