import type { Contingency } from './contingency.ts';

/**
 * Share of items whose class (first) is the most frequent one of their cluster (second). Not corrected for chance: it is 1
 * where each item is a cluster of its own.
 *
 * Source: C. D. Manning, P. Raghavan, H. Schütze (2008), "Introduction to Information Retrieval", section 16.3.
 */
export function purity({ total, columns, cells }: Contingency): number {
  if (total === 0) return 1;
  const largest = columns.map(() => 0);
  for (const { column, count } of cells) largest[column] = Math.max(largest[column] ?? 0, count);
  return largest.reduce((sum, count) => sum + count, 0) / total;
}
