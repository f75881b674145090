import type { AnswerPatterns, Measure } from './answer-patterns.ts';

/**
 * The share of pairs of labels on an item that are equal, averaged over items, from 0 to 1. With the same number of
 * raters on each item it is the mean P_i of Fleiss (1971); chance is not taken into account.
 */
export function percentAgreement({ agreeing }: AnswerPatterns): Measure {
  return (items) => {
    let total = 0;
    let equal = 0;
    for (let pattern = 0; pattern < agreeing.length; pattern++) {
      const count = items[pattern] ?? 0;
      total += count;
      equal += count * (agreeing[pattern] ?? 0);
    }
    return total === 0 ? null : equal / total;
  };
}
