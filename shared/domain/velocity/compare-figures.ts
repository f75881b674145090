import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { compareShares } from '../statistics/compare-shares.ts';
import { compareMedians } from '../statistics/median-difference.ts';
import type { ValueCounts } from '../statistics/value-counts.ts';
import type { Figure } from './figure.ts';
import type { Better } from './week-trend.ts';

/** b less a. */
export interface FigureDifference {
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly p: number | null;
}

export type ComparedVerdict = 'better' | 'worse' | 'no_difference' | 'unknown';

/** Newcombe's interval, with Fisher's exact or the z test. */
export function shareDifference(a: Figure, b: Figure): FigureDifference | null {
  const compared = compareShares({ count: b.yes ?? 0, total: b.n, otherCount: a.yes ?? 0, otherTotal: a.n });
  if (compared === null) return null;
  const { difference: value, low, high, p } = compared;
  return { value, low, high, p: Number.isNaN(p) ? 1 : p };
}

export function medianDifference(a: ValueCounts, b: ValueCounts): FigureDifference | null {
  const compared = compareMedians(b, a);
  if (compared === null) return null;
  const { difference: value, low, high, p } = compared;
  return { value, low, high, p };
}

const alpha = 0.05;

/** Differences that are shown together: with p corrected by Benjamini and Hochberg over all of them, and what they mean. */
export function judgeDifferences(
  all: readonly { readonly difference: FigureDifference | null; readonly better: Better }[],
): { readonly q: number | null; readonly verdict: ComparedVerdict }[] {
  const corrected = benjaminiHochberg(all.flatMap(({ difference }) => difference?.p ?? []));
  let next = 0;
  return all.map(({ difference, better }) => {
    if (difference === null || difference.p === null) return { q: null, verdict: 'unknown' };
    const q = corrected[next++] ?? 1;
    if (q >= alpha) return { q, verdict: 'no_difference' };
    if (better === 'neither') return { q, verdict: 'unknown' };
    return { q, verdict: difference.value > 0 === (better === 'higher') ? 'better' : 'worse' };
  });
}
