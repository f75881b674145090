import { type Database, prepare } from '../database.ts';
import { numberOf } from '../query.ts';

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

/** What goes through interactions in seq order, and the version of the code that makes it. */
export interface DerivedInOrder {
  readonly name: string;
  readonly version: number;
}

/** It is made for every interaction up to this seq, by this version of the code. */
export function derivedThrough(database: Database, { name, version }: DerivedInOrder): number {
  return numberOf(database, 'SELECT through_seq FROM derived WHERE name = ? AND version = ?', name, version);
}

export function setDerivedThrough(database: Database, { name, version }: DerivedInOrder, seq: number): void {
  prepare(
    database,
    `INSERT INTO derived (name, version, through_seq) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, through_seq = excluded.through_seq`,
  ).run(name, version, seq);
}

/** Seqs at the end are given out again after they were deleted, so that they must not count as done. */
export function lowerDerivedToNewest(database: Database, name: string): void {
  prepare(
    database,
    `UPDATE derived SET through_seq = min(through_seq, coalesce((SELECT max(seq) FROM interactions), 0))
     WHERE name = ?`,
  ).run(name);
}
