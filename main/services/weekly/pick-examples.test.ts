import { describe, expect, it } from 'vitest';
import { pickExamples } from './pick-examples.ts';

/** Numbers of changes with what they are equal to. */
function rows(...digests: readonly number[]) {
  return digests.map((digest, index) => ({ seq: index + 1, digest }));
}

describe('pickExamples', () => {
  it('takes different ones first', () => {
    const all = rows(7, 7, 8, 9, 9, 5, 6);
    expect(pickExamples(all, all.toReversed())).toEqual({ typical: [1, 3, 4], borderline: [7, 6] });
  });

  it('fills up with equal ones, none twice', () => {
    const all = rows(7, 7, 7, 7, 8);
    expect(pickExamples(all, all.toReversed())).toEqual({ typical: [1, 5, 2], borderline: [4, 3] });
    expect(pickExamples(rows(7), rows(7))).toEqual({ typical: [1], borderline: [] });
  });
});
