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

/** Exported for the test of its query plan. */
export const modesBehindSql = `
SELECT EXISTS (SELECT 1 FROM changes) AND EXISTS (
  SELECT 1 FROM events INDEXED BY events_on_failure_modes WHERE interaction_id IS NULL
  AND (fold_key LIKE 'failure_mode/%' OR fold_key LIKE 'member/%' OR fold_key LIKE 'cluster/%')
  AND seq > coalesce((SELECT through_seq FROM derived WHERE name = ?), 0))`;
