import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { compareShares, type ShareDifference } from '../statistics/compare-shares.ts';
import type { WeeklyState } from './weekly-words.ts';

/** Of what is called growing or shrinking, at most this share is expected to be chance. */
export const falseDiscoveryRate = 0.1;

/** Seen in fewer interactions of both times together, nothing is said about growing and shrinking. */
export const leastInteractions = 5;

export interface CountOf {
  readonly interactions: number;
  readonly of: number;
}

/** How often a failure mode or cluster was seen. */
export interface SeenInWeek {
  readonly thisWeek: CountOf;
  /** The four weeks before, together. */
  readonly before: CountOf;
  /** It was never seen before this week, though interactions were logged. */
  readonly isNew: boolean;
  /** It was said to be fixed, and was seen after that. */
  readonly isBack: boolean;
}

export interface WeeklyJudgement {
  readonly state: WeeklyState;
  /** Null where there is too little to compare. */
  readonly difference: (ShareDifference & { readonly q: number }) | null;
}

/**
 * What can be said of each failure mode and cluster of a week. All that are compared count as one family of tests; which are is
 * decided by how often they were seen in both times together, which says nothing about a difference between them.
 * @returns in the order given
 */
export function judgeWeek(seen: readonly SeenInWeek[]): WeeklyJudgement[] {
  const differences = seen.map(difference);
  const qValues = benjaminiHochberg(differences.flatMap((found) => (found === null ? [] : [found.p])));
  let tested = 0;
  return seen.map((one, index) => {
    const found = differences[index] ?? null;
    const q = found === null ? 1 : (qValues[tested++] ?? 1);
    return {
      state: stateOf(one, found, q),
      difference: found === null ? null : { ...found, q },
    };
  });
}

function difference({ thisWeek, before }: SeenInWeek): ShareDifference | null {
  if (thisWeek.interactions + before.interactions < leastInteractions) return null;
  return compareShares({
    count: thisWeek.interactions,
    total: thisWeek.of,
    otherCount: before.interactions,
    otherTotal: before.of,
  });
}

function stateOf(seen: SeenInWeek, found: ShareDifference | null, q: number): WeeklyState {
  const isSeen = seen.thisWeek.interactions > 0;
  if (seen.isNew && isSeen) return 'new';
  if (seen.isBack && isSeen) return 'recurring';
  if (found === null) return 'too_few';
  if (q > falseDiscoveryRate) return 'steady';
  if (found.low > 0) return 'growing';
  return found.high < 0 ? 'shrinking' : 'steady';
}
