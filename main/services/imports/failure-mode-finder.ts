import type { Database } from '../../db/database.ts';
import { ensureImportedFailureMode } from '../../db/tables/failure-modes.ts';

/** The id of the failure mode of this name; an unknown name makes one. */
export type FailureModeFinder = (name: string) => string;

/** Makes the finder of one source, which remembers what it found. Call it inside a transaction. */
export function createFailureModeFinder(database: Database, now: number): FailureModeFinder {
  const known = new Map<string, string>();
  return (name) => {
    const id = known.get(name) ?? ensureImportedFailureMode(database, name.trim(), now);
    known.set(name, id);
    return id;
  };
}
