import { type Database, prepare } from '../database.ts';

/** The version of the code that made a piece of derived data; null where it was never made. */
export function derivedVersion(database: Database, name: string): number | null {
  const version = prepare(database, 'SELECT version FROM derived WHERE name = ?').pluck().get(name);
  return typeof version === 'number' ? version : null;
}

export function setDerivedVersion(database: Database, name: string, version: number): void {
  prepare(
    database,
    `INSERT INTO derived (name, version, through_seq) VALUES (?, ?, 0)
     ON CONFLICT DO UPDATE SET version = excluded.version`,
  ).run(name, version);
}
