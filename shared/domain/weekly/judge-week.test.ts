import { describe, expect, it } from 'vitest';
import { judgeWeek, type SeenInWeek } from './judge-week.ts';

function seen(thisWeek: number, before: number, more: Partial<SeenInWeek> = {}): SeenInWeek {
  return {
    thisWeek: { interactions: thisWeek, of: 200 },
    before: { interactions: before, of: 800 },
    isNew: false,
    isBack: false,
    ...more,
  };
}

describe('judgeWeek', () => {
  it('calls growing and shrinking what chance does not explain', () => {
    const states = judgeWeek([seen(40, 60), seen(2, 80), seen(20, 82)]).map(({ state }) => state);
    expect(states).toEqual(['growing', 'shrinking', 'steady']);
  });

  it('needs more to call something growing where much was compared', () => {
    const alone = judgeWeek([seen(18, 40)]);
    const many = judgeWeek([seen(18, 40), ...Array.from({ length: 12 }, () => seen(20, 80))]);
    expect(alone[0]?.state).toBe('growing');
    expect(many[0]?.state).toBe('steady');
    expect(many[0]?.difference?.p).toBe(alone[0]?.difference?.p);
  });

  it('says new and recurring whatever the figures', () => {
    const states = judgeWeek([
      seen(1, 0, { isNew: true }),
      seen(1, 3, { isBack: true }),
      seen(0, 30, { isBack: true }),
    ]).map(({ state }) => state);
    expect(states).toEqual(['new', 'recurring', 'shrinking']);
  });

  it('compares nothing that is too seldom, or with nothing', () => {
    const before = { interactions: 0, of: 0 };
    expect(judgeWeek([seen(1, 3), seen(20, 0, { before })])).toEqual([
      { state: 'too_few', difference: null },
      { state: 'too_few', difference: null },
    ]);
  });
});
