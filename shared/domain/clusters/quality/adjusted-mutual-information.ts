import type { Contingency } from './contingency.ts';
import { entropyOf, mutualInformation } from './information.ts';

/**
 * Adjusted mutual information: 1 for equal groupings, about 0 for groupings that have nothing to do with each other, however
 * many groups they have. The arithmetic mean of both entropies is the most there can be.
 *
 * Source: N. X. Vinh, J. Epps, J. Bailey (2010), "Information theoretic measures for clusterings comparison: variants,
 * properties, normalization and correction for chance", Journal of Machine Learning Research 11, 2837-2854; equation 24a
 * for what chance gives.
 */
export function adjustedMutualInformation(table: Contingency): number {
  const { total, rows, columns, cells } = table;
  if (total === 0 || isSameGrouping(rows, columns, cells.length)) return 1;
  const expected = expectedMutualInformation(table);
  const most = (entropyOf(rows, total) + entropyOf(columns, total)) / 2;
  const room = most - expected;
  return Math.abs(room) < 1e-12 ? 0 : (mutualInformation(table) - expected) / room;
}

/** Mutual information in nats that two groupings with groups of these sizes have by chance (hypergeometric model). */
export function expectedMutualInformation({ total, rows, columns }: Contingency): number {
  const logFactorials = logFactorialsTo(total);
  const logFactorial = (number: number) => logFactorials[number] ?? 0;
  let sum = 0;
  // Groups of one size have the same part in it.
  for (const [row, rowTimes] of timesOf(rows)) {
    for (const [column, columnTimes] of timesOf(columns)) {
      const fixed =
        logFactorial(row) +
        logFactorial(column) +
        logFactorial(total - row) +
        logFactorial(total - column) -
        logFactorial(total);
      let part = 0;
      for (let count = Math.max(1, row + column - total); count <= Math.min(row, column); count++) {
        const probability = Math.exp(
          fixed -
            logFactorial(count) -
            logFactorial(row - count) -
            logFactorial(column - count) -
            logFactorial(total - row - column + count),
        );
        part += (count / total) * Math.log((total * count) / (row * column)) * probability;
      }
      sum += part * rowTimes * columnTimes;
    }
  }
  return sum;
}

function isSameGrouping(rows: readonly number[], columns: readonly number[], cells: number): boolean {
  return rows.length === cells && columns.length === cells;
}

function timesOf(sizes: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1);
  return times;
}

function logFactorialsTo(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let number = 2; number <= most; number++) logs[number] = (logs[number - 1] ?? 0) + Math.log(number);
  return logs;
}
