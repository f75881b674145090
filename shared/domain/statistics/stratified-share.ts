import { wilsonInterval } from './wilson-interval.ts';

/** A part of everything, of which some was looked at: `found` of the `reviewed` have what is counted. */
export interface Stratum {
  readonly size: number;
  readonly reviewed: number;
  readonly found: number;
}

export interface StratifiedShare {
  /** Of the strata of which something was reviewed; null where nothing was. */
  readonly share: number | null;
  /** Ends of the 95 % interval over everything: strata that nobody looked at may have none, or have it throughout. */
  readonly low: number;
  readonly high: number;
  /** Of the share; null where nothing was reviewed. */
  readonly standardError: number | null;
  /** Share of everything in strata of which something was reviewed. */
  readonly coveredShare: number;
  /** Infinite where everything was reviewed. */
  readonly effectiveSample: number;
}

/**
 * The share of everything that has what is counted, estimated from a sample that took more of some strata than of others:
 * each stratum counts by its size and not by how often it was looked at (post-stratification). Within a stratum, what was
 * reviewed has to be as good as drawn.
 *
 * Strata of which one was reviewed tell no variance and are put together with the stratum next to them, whatever was found.
 *
 * The interval is Wilson's for the effective sample size: so many of a simple random sample would have the same variance.
 * For that variance each stratum counts half a finding and half a miss more (Jeffreys), or a large stratum in which
 * nothing was found would pass for certain to have none: over 4,000 samples of a reviewer who saw one cluster first, the
 * plain one held the truth in 90 % at most. With one stratum this is Wilson's interval itself.
 *
 * Sources: W. G. Cochran (1977), Sampling Techniques, 3rd ed., sections 5.3, 5.10, 5A.9 and 5A.12 (estimate, variance with
 * finite population correction, post-stratification, collapsed strata); E. L. Korn and B. I. Graubard (1998), "Confidence
 * intervals for proportions with small expected number of positive counts estimated from survey data", Survey Methodology
 * 24, 193-201 (effective sample size).
 */
export function stratifiedShare(strata: readonly Stratum[]): StratifiedShare {
  const all = sum(strata, ({ size }) => size);
  const covered = collapse(strata.filter(({ reviewed }) => reviewed > 0));
  const total = sum(covered, ({ size }) => size);
  if (total === 0) return nothing;
  const weight = (stratum: Stratum) => stratum.size / total;
  const share = sum(covered, (stratum) => weight(stratum) * shareOf(stratum));
  const variance = sum(covered, (stratum) => weight(stratum) ** 2 * varianceOf(stratum));
  const effectiveSample = effectiveSampleOf(covered, weight);
  const { low, high } = intervalOf(share, effectiveSample);
  const coveredShare = total / all;
  return {
    share,
    low: low * coveredShare,
    high: high * coveredShare + (1 - coveredShare),
    standardError: Math.sqrt(variance),
    coveredShare,
    effectiveSample,
  };
}

const nothing: StratifiedShare = {
  share: null,
  low: 0,
  high: 1,
  standardError: null,
  coveredShare: 0,
  effectiveSample: 0,
};

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

function shareOf({ found, reviewed }: Stratum): number {
  return found / reviewed;
}

/** A stratum of which one was reviewed joins the one before it, or behind it where it is the first. */
function collapse(strata: readonly Stratum[]): Stratum[] {
  const joined: Stratum[] = [];
  for (const stratum of strata) {
    const last = joined.at(-1);
    if (last === undefined || !(isAlone(stratum) || isAlone(last))) joined.push(stratum);
    else joined.splice(-1, 1, join(last, stratum));
  }
  return joined;
}

function isAlone({ reviewed, size }: Stratum): boolean {
  return reviewed === 1 && size > 1;
}

function join(a: Stratum, b: Stratum): Stratum {
  return { size: a.size + b.size, reviewed: a.reviewed + b.reviewed, found: a.found + b.found };
}

/** Of a stratum's share. */
function varianceOf(stratum: Stratum): number {
  const share = shareOf(stratum);
  return (openShare(stratum) * share * (1 - share)) / Math.max(1, stratum.reviewed - 1);
}

/** What of a stratum was not reviewed, and can still be otherwise. */
function openShare({ size, reviewed }: Stratum): number {
  return Math.max(0, 1 - reviewed / size);
}

function effectiveSampleOf(strata: readonly Stratum[], weight: (stratum: Stratum) => number): number {
  const smoothed = ({ found, reviewed }: Stratum) => (found + 0.5) / (reviewed + 1);
  const share = sum(strata, (stratum) => weight(stratum) * smoothed(stratum));
  const variance = sum(strata, (stratum) => {
    const within = smoothed(stratum) * (1 - smoothed(stratum));
    return (weight(stratum) ** 2 * openShare(stratum) * within) / stratum.reviewed;
  });
  return (share * (1 - share)) / variance;
}

function intervalOf(share: number, effectiveSample: number): { readonly low: number; readonly high: number } {
  const exact = { low: share, high: share };
  return Number.isFinite(effectiveSample)
    ? (wilsonInterval(share * effectiveSample, effectiveSample) ?? exact)
    : exact;
}
