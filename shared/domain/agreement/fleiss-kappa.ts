import type { AnswerPatterns, Measure } from './answer-patterns.ts';

/** The items that Fleiss' kappa is about. */
export interface FleissItems {
  readonly ratersPerItem: number;
  readonly items: number;
}

/**
 * Fleiss' kappa wants the same number of raters on every item: those with the number that most items have are
 * measured, the others are left out. Of two numbers that are equally frequent the larger one is taken.
 */
export function fleissItems({ labels, items }: AnswerPatterns): FleissItems {
  const itemsByRaters = new Map<number, number>();
  labels.forEach((raters, pattern) => {
    itemsByRaters.set(raters, (itemsByRaters.get(raters) ?? 0) + (items[pattern] ?? 0));
  });
  let most: FleissItems = { ratersPerItem: 0, items: 0 };
  for (const [ratersPerItem, count] of itemsByRaters) {
    const isMore = count > most.items || (count === most.items && ratersPerItem > most.ratersPerItem);
    if (isMore) most = { ratersPerItem, items: count };
  }
  return most;
}

/**
 * Fleiss' kappa: agreement beyond what the overall shares of the answers give by chance, for any number of raters who
 * need not be the same from item to item. Always nominal; 1 at most.
 *
 * Source: J. L. Fleiss (1971), "Measuring nominal scale agreement among many raters", Psychological Bulletin 76,
 * 378-382.
 */
export function fleissKappa(patterns: AnswerPatterns): Measure {
  const { starts, answers, times, labels, agreeing, answerCount } = patterns;
  const { ratersPerItem } = fleissItems(patterns);
  const totals = new Float64Array(answerCount);
  return (items) => {
    totals.fill(0);
    let total = 0;
    let equal = 0;
    for (let pattern = 0; pattern < labels.length; pattern++) {
      const count = items[pattern] ?? 0;
      if (count === 0 || labels[pattern] !== ratersPerItem) continue;
      total += count;
      equal += count * (agreeing[pattern] ?? 0);
      const end = starts[pattern + 1] ?? 0;
      for (let entry = starts[pattern] ?? 0; entry < end; entry++) {
        const answer = answers[entry] ?? 0;
        totals[answer] = (totals[answer] ?? 0) + count * (times[entry] ?? 0);
      }
    }
    if (total === 0) return null;
    const allLabels = total * ratersPerItem;
    let squares = 0;
    for (const given of totals) squares += given * given;
    // Whole numbers are compared, so that one single answer is known as such.
    if (squares === allLabels * allLabels) return null;
    const expected = squares / (allLabels * allLabels);
    return (equal / total - expected) / (1 - expected);
  };
}
