import type { Measure } from './answer-patterns.ts';
import type { PairTable } from './pair-table.ts';

/** How much two different answers disagree: all the same, by their distance, by its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/**
 * Cohen's kappa of two raters: 1 minus observed over expected disagreement, where each rater's own shares of the
 * answers say what chance would give. Without weights every disagreement counts the same; linear and quadratic
 * weights are for ordinal and interval answers.
 *
 * Sources: J. Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
 * 20, 37-46; J. Cohen (1968), "Weighted kappa", Psychological Bulletin 70, 213-220; J. L. Fleiss and J. Cohen (1973),
 * "The equivalence of weighted kappa and the intraclass correlation coefficient", Educational and Psychological
 * Measurement 33, 613-619, for quadratic weights.
 *
 * `positions` are those of all answers by their number; without weights it does not matter which they are.
 */
export function cohenKappa(table: PairTable, weights: KappaWeights, positions: readonly number[]): Measure {
  const { first, second, places } = usedAnswers(table, positions);
  const disagreement = disagreements[weights];
  const cost = new Float64Array(first.length);
  for (let cell = 0; cell < cost.length; cell++)
    cost[cell] = disagreement(first[cell] ?? 0, second[cell] ?? 0, places);
  const rows = new Float64Array(places.length);
  const columns = new Float64Array(places.length);
  return (items) => {
    rows.fill(0);
    columns.fill(0);
    let total = 0;
    let observed = 0;
    for (let cell = 0; cell < cost.length; cell++) {
      const count = items[cell] ?? 0;
      const [row = 0, column = 0] = [first[cell], second[cell]];
      total += count;
      observed += count * (cost[cell] ?? 0);
      rows[row] = (rows[row] ?? 0) + count;
      columns[column] = (columns[column] ?? 0) + count;
    }
    if (total === 0 || isOneAnswer(rows, columns, total)) return null;
    return 1 - (observed * total) / expectedOf[weights](rows, columns, places, total);
  };
}

/** The share of the items of a pair with equal answers. */
export function pairAgreement({ first, second }: Pick<PairTable, 'first' | 'second'>): Measure {
  return (items) => {
    let total = 0;
    let equal = 0;
    for (let cell = 0; cell < first.length; cell++) {
      const count = items[cell] ?? 0;
      total += count;
      if (first[cell] === second[cell]) equal += count;
    }
    return total === 0 ? null : equal / total;
  };
}

interface UsedAnswers {
  /** The cells' answers, numbered in ascending order of their positions. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Positions in ascending order, from 0. */
  readonly places: readonly number[];
}

/** Typed arrays, because a pair has as many cells as items where answers are numbers. */
function usedAnswers({ first, second }: PairTable, positions: readonly number[]): UsedAnswers {
  const numbers = new Uint32Array(positions.length);
  for (const answer of first) numbers[answer] = 1;
  for (const answer of second) numbers[answer] = 1;
  const position = (answer: number) => positions[answer] ?? 0;
  const used: number[] = [];
  numbers.forEach((isUsed, answer) => {
    if (isUsed === 1) used.push(answer);
  });
  const ascending = used.toSorted((a, b) => position(a) - position(b));
  ascending.forEach((answer, number) => (numbers[answer] = number));
  const lowest = position(ascending[0] ?? 0);
  return {
    first: renumber(first, numbers),
    second: renumber(second, numbers),
    places: ascending.map((answer) => position(answer) - lowest),
  };
}

function renumber(answers: readonly number[], numbers: Uint32Array): Uint32Array {
  const renumbered = new Uint32Array(answers.length);
  for (let cell = 0; cell < renumbered.length; cell++) renumbered[cell] = numbers[answers[cell] ?? 0] ?? 0;
  return renumbered;
}

function isOneAnswer(rows: Float64Array, columns: Float64Array, total: number): boolean {
  const only = rows.indexOf(total);
  return only >= 0 && columns[only] === total;
}

const disagreements: Record<
  KappaWeights,
  (first: number, second: number, places: readonly number[]) => number
> = {
  none: (first, second) => (first === second ? 0 : 1),
  linear: (first, second, places) => Math.abs((places[first] ?? 0) - (places[second] ?? 0)),
  quadratic: (first, second, places) => ((places[first] ?? 0) - (places[second] ?? 0)) ** 2,
};

/** Sums of disagreement over all pairs of a row's and a column's items, in one walk along the answers. */
const expectedOf: Record<
  KappaWeights,
  (rows: Float64Array, columns: Float64Array, places: readonly number[], total: number) => number
> = {
  none: (rows, columns, _places, total) =>
    rows.reduce((sum, count, answer) => sum - count * (columns[answer] ?? 0), total * total),
  linear: (rows, columns, places, total) => {
    let sum = 0;
    let [rowsBelow, columnsBelow] = [0, 0];
    for (let answer = 0; answer + 1 < places.length; answer++) {
      rowsBelow += rows[answer] ?? 0;
      columnsBelow += columns[answer] ?? 0;
      const gap = (places[answer + 1] ?? 0) - (places[answer] ?? 0);
      // Whoever is on different sides of a gap is this much further apart.
      sum += gap * (rowsBelow * (total - columnsBelow) + columnsBelow * (total - rowsBelow));
    }
    return sum;
  },
  quadratic: (rows, columns, places, total) => {
    const [rowMean, columnMean] = [meanOf(rows, places, total), meanOf(columns, places, total)];
    const spread = (counts: Float64Array, mean: number) =>
      counts.reduce((sum, count, answer) => sum + count * ((places[answer] ?? 0) - mean) ** 2, 0);
    return (
      total * (spread(rows, rowMean) + spread(columns, columnMean)) + (total * (rowMean - columnMean)) ** 2
    );
  },
};

function meanOf(counts: Float64Array, places: readonly number[], total: number): number {
  return counts.reduce((sum, count, answer) => sum + count * (places[answer] ?? 0), 0) / total;
}
