import type { LabelValue } from '../schema/label-schema.ts';
import { type AnswerPatterns, countPatterns } from './answer-patterns.ts';
import { createAnswerScale } from './answer-scale.ts';
import { type AnswerTable, createAnswerTable } from './answer-table.ts';
import type { MeasurementLevel } from './measurement-level.ts';
import { countPairs, type PairTable } from './pair-table.ts';

/** One row per item, one column per rater; null where a rater gave no answer. */
export type Ratings = readonly (readonly (LabelValue | null)[])[];

export function tableOf(ratings: Ratings, level: MeasurementLevel = 'nominal'): AnswerTable {
  const table = createAnswerTable(createAnswerScale(null, level));
  for (const row of ratings)
    table.addItem(row.flatMap((value, rater) => (value === null ? [] : { rater, value })));
  return table.finish();
}

export function patternsOf(table: AnswerTable): AnswerPatterns {
  return finish(countPatterns(table));
}

export function pairsOf(table: AnswerTable): readonly PairTable[] {
  return finish(countPairs(table, 1000)).tables;
}

export function positionsOf({ scale }: AnswerTable): number[] {
  return scale.map(({ position }) => position);
}

/** The rows of a published table turned into the columns of its units. */
export function transpose<T>(rows: readonly (readonly T[])[]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
}

/** The items of a confusion matrix: the first rater's answers are its rows. */
export function itemsOfMatrix(matrix: readonly (readonly number[])[]): Ratings {
  return matrix.flatMap((cells, row) =>
    cells.flatMap((items, column) => Array.from({ length: items }, () => [row, column])),
  );
}

/** Drives a generator to its end. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}
