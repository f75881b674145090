import type { Contingency } from './contingency.ts';

/** Entropy of a grouping in nats, by the sizes of its groups. */
export function entropyOf(sizes: readonly number[], total: number): number {
  let sum = 0;
  for (const size of sizes) if (size > 0) sum -= (size / total) * Math.log(size / total);
  return sum;
}

/** What one grouping says about the other, in nats. */
export function mutualInformation({ total, rows, columns, cells }: Contingency): number {
  let sum = 0;
  for (const { row, column, count } of cells)
    sum += (count / total) * Math.log((count * total) / ((rows[row] ?? 0) * (columns[column] ?? 0)));
  return Math.max(0, sum);
}
