import type { MappedSignal } from '../../../shared/domain/mapping/mapped-row.ts';
import { type Database, prepare } from '../database.ts';

export function insertSignal(
  database: Database,
  interactionSeq: number,
  sourceSeq: number,
  signal: MappedSignal,
): void {
  prepare(
    database,
    'INSERT INTO signals (interaction_seq, source_seq, kind, name, number, text, unit, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    interactionSeq,
    sourceSeq,
    signal.kind,
    signal.name,
    signal.number,
    signal.text,
    signal.unit,
    signal.at?.ms,
  );
}

/** Whether the interaction has this very observation already. */
export function hasSignal(database: Database, interactionSeq: number, signal: MappedSignal): boolean {
  const found = prepare(
    database,
    `SELECT 1 FROM signals WHERE interaction_seq = ? AND kind = ? AND name = ? AND number IS ? AND text IS ? AND at IS ?`,
  ).get(interactionSeq, signal.kind, signal.name, signal.number, signal.text, signal.at?.ms);
  return found !== undefined;
}

/** Deletes up to `limit` signals that a source brought, wherever they are, and returns how many went. */
export function deleteSignalsOfSource(database: Database, sourceSeq: number, limit: number): number {
  return prepare(
    database,
    'DELETE FROM signals WHERE seq IN (SELECT seq FROM signals WHERE source_seq = ? LIMIT ?)',
  ).run(sourceSeq, limit).changes;
}
