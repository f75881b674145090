import { shrunkMean } from '../statistics/shrunk-mean.ts';
import type { SignalDefinition } from './catalogue.ts';

/** What the score has to know of a signal. */
export type ScoredSignal = Pick<SignalDefinition, 'id' | 'direction' | 'unit' | 'strength'>;

/** What a known signal says in the score of an interaction. */
export interface QualityPart {
  readonly signal: string;
  /** 0 (bad) to 1 (good): the value, turned round where a high one is bad. */
  readonly value: number;
  /** Less than the weight of the settings where others say the same. */
  readonly weight: number;
  /** Of all weight, 0 to 1; what is missing to 1 is the prior's. */
  readonly share: number;
  /** How far it moves the score away from one half; these and one half add up to the score. */
  readonly moves: number;
}

export interface QualityScore {
  /** 0 (bad) to 1 (good). */
  readonly score: number;
  /** Those that count most first. */
  readonly parts: readonly QualityPart[];
}

/** The weight of what is not known, with a value of one half: that of a signal of middle strength. */
export const priorWeight = 3;

/**
 * Signals that say the same in several ways. Each group counts as one signal: with the greatest weight of those that are
 * known, divided among them by their weights. Otherwise a log that names an edit three times would have three edits.
 */
export const sameSignals: readonly (readonly string[])[] = [
  ['edited', 'edit_distance', 'kept_share'],
  ['accepted', 'discarded'],
];

/** Labels are what a score is compared with; one that had them in it would only agree with itself. */
const neverScored = new Set(['label']);

/** Whether a signal has a good end and a scale of which both ends are known. */
export function isScored({ id, direction, unit }: Omit<ScoredSignal, 'strength'>): boolean {
  return direction !== 'neutral' && (unit === 'yes_no' || unit === 'share') && !neverScored.has(id);
}

/** A value from 0 (bad) to 1 (good). Of signals that are scored only. */
export function orientedValue({ direction }: Pick<ScoredSignal, 'direction'>, value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return direction === 'bad' ? 1 - within : within;
}

/** Weights of the settings, with the strength of a signal where they say nothing of it. */
export function weightOf(
  { id, strength }: Pick<ScoredSignal, 'id' | 'strength'>,
  weights: Readonly<Record<string, number>>,
): number {
  return weights[id] ?? strength;
}

/**
 * Makes the score from weights: the mean of what is known of an interaction, each oriented to 0 (bad) to 1 (good) and
 * weighted by its strength or by the settings, drawn to one half by the prior (see `shrunkMean`). Neutral signals, times
 * and counts take no part, nor do labels, nor outcomes that may still come. Null where nothing is known that counts.
 */
export function createQualityScore(
  definitions: readonly ScoredSignal[],
  weights: Readonly<Record<string, number>>,
): (values: Readonly<Record<string, number>>) => QualityScore | null {
  const scored = definitions
    .filter((definition) => isScored(definition))
    .map((definition) => ({
      id: definition.id,
      direction: definition.direction,
      weight: weightOf(definition, weights),
      group: sameSignals.findIndex((group) => group.includes(definition.id)),
    }))
    .filter(({ weight }) => weight > 0);

  return (values) => {
    const groups = sameSignals.map(() => ({ greatest: 0, sum: 0 }));
    const known: {
      readonly id: string;
      readonly weight: number;
      readonly group: number;
      readonly value: number;
    }[] = [];
    for (const { id, direction, weight, group } of scored) {
      const value = values[id];
      if (value === undefined) continue;
      known.push({ id, weight, group, value: orientedValue({ direction }, value) });
      const same = groups[group];
      if (same === undefined) continue;
      same.greatest = Math.max(same.greatest, weight);
      same.sum += weight;
    }
    if (known.length === 0) return null;
    const weighed = known.map(({ id, weight, group, value }) => {
      const same = groups[group];
      return {
        signal: id,
        score: value,
        weight: same === undefined ? weight : (weight * same.greatest) / same.sum,
      };
    });
    const total = weighed.reduce((sum, { weight }) => sum + weight, priorWeight);
    const parts = weighed.map(({ signal, score, weight }) => ({
      signal,
      value: score,
      weight,
      share: weight / total,
      moves: (weight * (score - 0.5)) / total,
    }));
    return { score: shrunkMean(weighed, priorWeight), parts: parts.toSorted((a, b) => b.weight - a.weight) };
  };
}

/** The score of one interaction; see `createQualityScore`. */
export function qualityScore(
  values: Readonly<Record<string, number>>,
  definitions: readonly ScoredSignal[],
  weights: Readonly<Record<string, number>>,
): QualityScore | null {
  return createQualityScore(definitions, weights)(values);
}
