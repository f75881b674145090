import type { ChangeMode } from '../../db/tables/change-modes.ts';
import type { PeopleSay } from './read-sayings.ts';

/** A change as the rules of assignment see it. */
export interface ChangeToDecide {
  readonly said: PeopleSay;
  /** Failure modes that its cluster was decided to be; null where nobody decided. */
  readonly clusterModes: readonly number[] | null;
  readonly clusterSimilarity: number;
}

/** The nearest failure mode by examples, among those that are asked for; null where none is near enough. */
export type NearestOf = (
  accepts: (mode: number) => boolean,
  isForced: boolean,
) => { readonly mode: number; readonly score: number } | null;

/**
 * The failure mode of a change: what people say; else what its cluster was decided to be, of several the nearest; else the
 * nearest of all. Never one that it is said not to have.
 */
export function decideMode(
  { said, clusterModes, clusterSimilarity }: ChangeToDecide,
  nearestOf: NearestOf,
): ChangeMode | null {
  if (said.mode !== null) return { modeSeq: said.mode, how: 'person', similarity: 1 };
  const possible = (clusterModes ?? []).filter((mode) => !said.out.has(mode));
  const [only] = possible;
  if (only !== undefined && clusterModes?.length === 1)
    return { modeSeq: only, how: 'cluster', similarity: clusterSimilarity };
  if (only !== undefined) {
    const nearest = nearestOf((mode) => possible.includes(mode), true);
    return nearest === null
      ? { modeSeq: only, how: 'cluster', similarity: 0 }
      : { modeSeq: nearest.mode, how: 'cluster', similarity: nearest.score };
  }
  // A cluster that was dismissed is no failure mode, whatever its changes look like.
  if (clusterModes?.length === 0) return null;
  const nearest = nearestOf((mode) => !said.out.has(mode), false);
  return nearest === null ? null : { modeSeq: nearest.mode, how: 'near', similarity: nearest.score };
}
