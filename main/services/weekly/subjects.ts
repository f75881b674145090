import type { Database } from '../../db/database.ts';
import { clusterDecisions } from '../../db/tables/cluster-decisions.ts';
import { standingIds } from '../../db/tables/failure-modes.ts';
import { clusterNames, countedModes } from '../../db/tables/weekly-counts.ts';

/** What a decision is about. */
export interface Subject {
  readonly kind: 'mode' | 'cluster';
  readonly id: string;
  readonly name: string;
  /** Since when, UTC milliseconds, nothing is left to do about it; null where something is. */
  readonly settledAt: number | null;
}

const settled = new Set(['fixed', 'accepted', 'ignored']);

/**
 * Tells what stands today for the failure mode or cluster that a decision names: failure modes are merged, and clusters become
 * failure modes. One that is gone keeps its id and has no name.
 */
export function createSubjectFinder(database: Database): (id: string) => Subject {
  const modes = new Map(countedModes(database).map((mode) => [mode.id, mode]));
  const standing = standingIds(database);
  const clusters = new Map(clusterNames(database).map(({ id, name }) => [id, name]));
  const decided = clusterDecisions(database);

  function asMode(id: string): Subject | null {
    const mode = modes.get(standing.get(id) ?? id);
    if (mode === undefined) return null;
    const settledAt = settled.has(mode.status) ? (mode.statusAt ?? 0) : null;
    return { kind: 'mode', id: mode.id, name: mode.name, settledAt };
  }

  return (id) => {
    const mode = asMode(id);
    if (mode !== null) return mode;
    if (standing.has(id)) return { kind: 'mode', id, name: 'A retired failure mode', settledAt: Infinity };
    const decision = decided.get(id);
    const [only, ...others] = decision?.modes ?? [];
    const confirmed = only === undefined || others.length > 0 ? null : asMode(only);
    if (confirmed !== null) return confirmed;
    return {
      kind: 'cluster',
      id,
      name: clusters.get(id) ?? 'A cluster that is no longer there',
      // Dismissed as nothing that goes wrong.
      settledAt: decision?.modes.length === 0 ? decision.at : null,
    };
  };
}
