import type { OutcomeSummary } from '../../../shared/contract/outcome-operations.ts';
import type { OutcomeValue } from '../../../shared/domain/signals/derive/outcome-value.ts';
import type { OutcomeDefinition } from '../../../shared/domain/signals/settings.ts';
import type { FollowedCount } from '../../../shared/domain/statistics/kaplan-meier.ts';

type Counts = {
  -readonly [
    K in 'yes' | 'noByValue' | 'noByHorizon' | 'noByLate' | 'pending' | 'early' | 'unknown'
  ]: OutcomeSummary[K];
};

/** What is known of one outcome over many interactions. */
export interface OutcomeTally {
  readonly all: Counts;
  /** By surface, null where it is not known. */
  readonly bySurface: Map<string | null, Counts>;
  /** Values of an outcome that is a number; null of yes or no, which are counted. */
  readonly values: number[] | null;
  /** How long interactions were followed, by the hour. */
  readonly followed: Map<number, { events: number; censored: number }>;
}

export function createOutcomeTally(unit: OutcomeDefinition['unit']): OutcomeTally {
  const values = unit === 'number' ? [] : null;
  return { all: noCounts(), bySurface: new Map(), values, followed: new Map() };
}

function noCounts(): Counts {
  return { yes: 0, noByValue: 0, noByHorizon: 0, noByLate: 0, pending: 0, early: 0, unknown: 0 };
}

/** Adds what is known of an interaction, and for how long it was followed where that is known. */
export function addOutcome(
  tally: OutcomeTally,
  value: OutcomeValue,
  { surface, followedMs }: { readonly surface: string | null; readonly followedMs: number | null },
): void {
  const ofSurface = tally.bySurface.get(surface) ?? noCounts();
  tally.bySurface.set(surface, ofSurface);
  for (const counts of [tally.all, ofSurface]) count(counts, value);
  if (value.state === 'known' && value.value !== null) tally.values?.push(value.value);
  follow(tally, value, followedMs);
}

function count(counts: Counts, { state, value, by }: OutcomeValue): void {
  if (state === 'unknown') counts.unknown += 1;
  else if (state === 'pending') {
    counts.pending += 1;
    if (value !== null) counts.early += 1;
  } else if (by === 'horizon') counts.noByHorizon += 1;
  else if (by === 'late') counts.noByLate += 1;
  else if (value === 0) counts.noByValue += 1;
  else counts.yes += 1;
}

/**
 * One that came has its delay. One that is known not to come within the horizon is followed for ever; one that is pending,
 * until the feed ended. What is unknown tells nothing of delays, and neither does what came at no known time.
 */
function follow(
  { followed }: OutcomeTally,
  { state, value, delayMs }: OutcomeValue,
  followedMs: number | null,
): void {
  if (state === 'unknown') return;
  if (value !== null && value !== 0) {
    if (delayMs !== null) at(followed, hours(delayMs)).events += 1;
  } else if (state === 'known') at(followed, Infinity).censored += 1;
  else if (followedMs !== null) at(followed, hours(followedMs)).censored += 1;
}

function at(followed: OutcomeTally['followed'], time: number): { events: number; censored: number } {
  const known = followed.get(time) ?? { events: 0, censored: 0 };
  followed.set(time, known);
  return known;
}

/** By the hour, so that there are no more times than hours of the longest horizon. */
function hours(ms: number): number {
  return Math.max(0, Math.ceil(ms / 3_600_000));
}

/** In days. */
export function followedCounts({ followed }: OutcomeTally): FollowedCount[] {
  return [...followed].map(([time, counts]) => ({
    time: time / 24,
    events: counts.events,
    censored: counts.censored,
  }));
}
