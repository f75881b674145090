import type { Counts } from './answer-patterns.ts';
import { type AnswerTable, itemCount } from './answer-table.ts';
import { mostFrequent } from './most-frequent.ts';

/** The confusion matrix of two raters over the items both answered; empty cells are not in it. */
export interface PairTable {
  /** The rater with the smaller number, whose answers are `first`. */
  readonly raters: readonly [number, number];
  /** The answers of each cell. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** How many items each cell holds. */
  readonly items: Counts;
  readonly itemCount: number;
}

export interface PairTables {
  /** The pairs with the most items in common, in the order of their raters. */
  readonly tables: readonly PairTable[];
  /** Pairs with items in common, those in `tables` included. */
  readonly pairs: number;
}

/** Pairs of labels between two yields. */
const step = 20_000;

/** Raters are below this. */
const mostRaters = 2 ** 21;

/** Builds the matrices of at most `most` pairs: a crowd has more pairs than anybody reads. */
export function* countPairs(table: AnswerTable, most: number): Generator<void, PairTables> {
  const itemsOf = new Map<number, number>();
  yield* eachPair(table, (pair) => itemsOf.set(pair, (itemsOf.get(pair) ?? 0) + 1));
  const kept = new Set(yield* mostFrequent(itemsOf.values(), most));
  const pairs = Array.from(itemsOf.keys()).filter((_, index) => kept.has(index));
  const cells = new Map(pairs.map((pair) => [pair, new Map<number, number>()]));
  yield* eachPair(table, (pair, first, second) => {
    const matrix = cells.get(pair);
    const cell = first * table.scale.length + second;
    matrix?.set(cell, (matrix.get(cell) ?? 0) + 1);
  });
  const tables: PairTable[] = [];
  for (const pair of pairs.toSorted((a, b) => a - b)) {
    const matrix = cells.get(pair) ?? new Map<number, number>();
    tables.push({
      raters: [Math.floor(pair / mostRaters), pair % mostRaters],
      first: Array.from(matrix.keys(), (cell) => Math.floor(cell / table.scale.length)),
      second: Array.from(matrix.keys(), (cell) => cell % table.scale.length),
      items: [...matrix.values()],
      itemCount: itemsOf.get(pair) ?? 0,
    });
    yield;
  }
  return { tables, pairs: itemsOf.size };
}

function* eachPair(
  table: AnswerTable,
  take: (pair: number, first: number, second: number) => void,
): Generator<void, void> {
  const { starts, raters, answers } = table;
  const items = itemCount(table);
  let since = 0;
  for (let item = 0; item < items; item++) {
    const end = starts[item + 1] ?? 0;
    for (let one = starts[item] ?? 0; one < end; one++) {
      for (let other = one + 1; other < end; other++) {
        const [a = 0, b = 0] = [raters[one], raters[other]];
        const [ofA = 0, ofB = 0] = [answers[one], answers[other]];
        if (a < b) take(a * mostRaters + b, ofA, ofB);
        else take(b * mostRaters + a, ofB, ofA);
      }
      since += end - one;
      if (since < step) continue;
      since = 0;
      yield;
    }
  }
}
