import { normalTail } from './normal-tail.ts';

export interface Trend {
  /** Pairs that rose less pairs that fell. */
  readonly s: number;
  /** The same as a share of all pairs, -1 to 1. */
  readonly tau: number;
  /** Two-sided. */
  readonly p: number;
}

/** With this many values and no ties every order can be counted; with more the normal distribution is near enough. */
const mostExact = 20;

/**
 * Mann-Kendall test of whether values rise or fall in their order; null of fewer than four, which can show nothing.
 *
 * Sources: H. B. Mann (1945), "Nonparametric tests against trend", Econometrica 13, 245-259; M. G. Kendall (1975), "Rank
 * Correlation Methods", 4th edition, for the correction for ties. Without ties p is exact, else that of the normal
 * distribution with correction for continuity.
 */
export function mannKendall(values: readonly number[]): Trend | null {
  const n = values.length;
  if (n < 4) return null;
  let s = 0;
  for (const [index, value] of values.entries())
    for (const later of values.slice(index + 1)) s += Math.sign(later - value);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const p =
    counts.size === n && n <= mostExact ? exactTail(n, Math.abs(s)) : normalP(n, s, [...counts.values()]);
  return { s, tau: s / ((n * (n - 1)) / 2), p };
}

function normalP(n: number, s: number, ties: readonly number[]): number {
  const variance = ties.reduce((left, size) => left - variancePart(size), variancePart(n)) / 18;
  if (variance === 0 || s === 0) return 1;
  return normalTail((Math.abs(s) - 1) / Math.sqrt(variance));
}

function variancePart(size: number): number {
  return size * (size - 1) * (2 * size + 5);
}

/** Twice the share of the orders of n values whose S is at least this, counted by inserting the values one by one. */
function exactTail(n: number, s: number): number {
  // By number of pairs that fell: S is all pairs less twice that.
  let shares = [1];
  for (let size = 2; size <= n; size++) {
    const next = Array.from({ length: shares.length + size - 1 }, () => 0);
    for (const [fallen, share] of shares.entries())
      for (let more = 0; more < size; more++) next[fallen + more] = (next[fallen + more] ?? 0) + share / size;
    shares = next;
  }
  const pairs = (n * (n - 1)) / 2;
  const most = (pairs - s) / 2;
  let tail = 0;
  for (let fallen = 0; fallen <= most; fallen++) tail += shares[fallen] ?? 0;
  return Math.min(1, 2 * tail);
}
