import type { Contingency } from './contingency.ts';

/**
 * Adjusted Rand index: pairs of items that both groupings treat alike, corrected for chance.
 *
 * Source: L. Hubert, P. Arabie (1985), "Comparing partitions", Journal of Classification 2, 193-218.
 */
export function adjustedRandIndex({ total, rows, columns, cells }: Contingency): number {
  const both = cells.reduce((sum, { count }) => sum + pairsOf(count), 0);
  const first = rows.reduce((sum, size) => sum + pairsOf(size), 0);
  const second = columns.reduce((sum, size) => sum + pairsOf(size), 0);
  const all = pairsOf(total);
  if (all === 0) return 1;
  const expected = (first * second) / all;
  const room = (first + second) / 2 - expected;
  return room === 0 ? 1 : (both - expected) / room;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
