import type { Database } from '../database.ts';
import { numberOf } from '../query.ts';
import { setDerivedThrough } from './derived.ts';

/** Which failure mode each change has is derived from all that people said up to an event. */
const assignedModes = { name: 'change-modes', version: 1 } as const;

export function setModesAssignedThrough(database: Database, eventSeq: number): void {
  setDerivedThrough(database, assignedModes, eventSeq);
}

/** Whether somebody did something with failure modes since, of a project that has changes. */
export function areModesBehind(database: Database): boolean {
  return numberOf(database, modesBehindSql, assignedModes.name) === 1;
}

/** The same of changes: those up to this seq had their failure mode looked up since they joined a cluster. */
const modedChanges = { name: 'change-modes-changes', version: 1 } as const;

export function setModesThroughChange(database: Database, changeSeq: number): void {
  setDerivedThrough(database, modedChanges, changeSeq);
}

export function modesThroughChange(database: Database): number {
  return numberOf(database, 'SELECT through_seq FROM derived WHERE name = ?', modedChanges.name);
}

/** Exported for the test of its query plan. */
export const modesBehindSql = `
SELECT EXISTS (SELECT 1 FROM changes) AND EXISTS (
  SELECT 1 FROM annotators AS a CROSS JOIN events AS e INDEXED BY events_on_failure_modes
  ON e.actor_seq = a.seq AND e.interaction_id IS NULL
  AND e.seq > coalesce((SELECT through_seq FROM derived WHERE name = ?), 0)
  WHERE e.fold_key LIKE 'failure_mode/%' OR e.fold_key LIKE 'member/%' OR e.fold_key LIKE 'cluster/%')`;
