import { describe, expect, it } from 'vitest';
import { testRow } from './test-row.ts';
import { groupsOf, placeOf, progressOf } from './weekly-rows.ts';

const decision = {
  week: '2026-W40',
  subject: 'a',
  decision: 'watch',
  owner: null,
  due: null,
  note: '',
  annotator: 'Lea',
  at: 0,
} as const;

const rows = [
  testRow('a', { state: 'steady', decision }),
  testRow('b', { state: 'new' }),
  testRow('c', { state: 'growing', decision }),
  testRow('d', { state: 'steady' }),
];

describe('rows of a week', () => {
  it('are grouped in the order of what matters, without empty groups', () => {
    const groups = groupsOf(rows).map(({ state, rows: inState }) => ({
      state,
      names: inState.map(({ name }) => name),
    }));
    expect(groups).toEqual([
      { state: 'new', names: ['b'] },
      { state: 'growing', names: ['c'] },
      { state: 'steady', names: ['a', 'd'] },
    ]);
  });

  it('ask for a decision where something happened, or count where there is one anyway', () => {
    expect(progressOf(rows)).toEqual({ decided: 2, of: 3 });
    expect(progressOf([])).toEqual({ decided: 0, of: 0 });
  });

  it('begin with the first where the address names none of them', () => {
    expect(placeOf(rows, 'c')).toBe(2);
    expect(placeOf(rows, 'gone')).toBe(0);
    expect(placeOf(rows, null)).toBe(0);
  });
});
